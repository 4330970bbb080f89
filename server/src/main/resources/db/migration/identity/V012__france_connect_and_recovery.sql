-- Whom FranceConnect vouches for: the subject it names is a keyed hash. It goes with the login it belongs to.
create table identity.france_connect (
    citizen_id   uuid not null references identity.citizen on delete cascade,
    kind         text not null check (kind in ('FRANCECONNECT', 'FRANCECONNECT_PLUS')),
    subject_hash bytea not null check (octet_length(subject_hash) = 32),
    linked_at    timestamptz not null,
    primary key (citizen_id, kind),
    unique (kind, subject_hash)
);

-- Somebody has forgotten the login or the password. Every request leaves the same row at once, whoever it is for; a job
-- looks the person up a moment later, so that neither the answer nor its time says whether there is an account.
create table identity.recovery (
    recovery_id uuid primary key,
    asked_at    timestamptz not null,
    sealed      bytea not null,
    looked_up   boolean not null default false,
    citizen_id  uuid references identity.citizen on delete cascade,
    code_id     uuid,
    tries_left  int not null check (tries_left >= 0)
);
create index recovery_waiting on identity.recovery (asked_at) where not looked_up;
create index recovery_of_citizen on identity.recovery (citizen_id);

grant select, insert, update, delete on identity.france_connect, identity.recovery to mes_app;
