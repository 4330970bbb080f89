-- Who has a space, and in what state. It holds no readable identity: the INS is a keyed hash, the traits are sealed.
create table account.space (
    space_id     uuid primary key,
    ins_hash     bytea not null unique check (octet_length(ins_hash) = 32),
    state        text not null
                 check (state in ('NOTIFIED', 'OPPOSED', 'OPEN', 'ACTIVATED', 'CLOSED', 'ERASED')),
    department   text not null check (department ~ '^(\d\d|2[AB]|9[78]\d|--)$'),
    invited_at   timestamptz not null,
    opens_at     timestamptz not null check (opens_at >= invited_at),
    opposed_at   timestamptz check (opposed_at is not null or state <> 'OPPOSED'),
    opened_at    timestamptz check (opened_at is not null or state not in ('OPEN', 'ACTIVATED')),
    activated_at timestamptz check (activated_at is not null or state <> 'ACTIVATED'),
    closed_at    timestamptz check (closed_at is not null or state not in ('CLOSED', 'ERASED')),
    version      bigint not null default 1 check (version > 0),
    sealed       bytea not null
);
comment on table account.space is 'directory: finds a space by INS before its door is open';
create index space_to_open on account.space (opens_at) where state = 'NOTIFIED';

-- What the health insurance says of the person beyond the identity: address, contact, card, representatives.
create table account.insured (
    space_id  uuid primary key references account.space,
    line_hash bytea not null check (octet_length(line_hash) = 32),
    version   bigint not null default 1 check (version > 0),
    sealed    bytea not null
);
comment on table account.insured is 'directory: needed to invite and to activate, before any door is open';

-- The provisional code of a person: one at a time, only its keyed hash.
create table account.invitation (
    space_id   uuid primary key references account.space,
    code_hash  bytea not null check (octet_length(code_hash) = 32),
    sent_at    timestamptz not null,
    expires_at timestamptz not null check (expires_at > sent_at),
    used_at    timestamptz
);
comment on table account.invitation is 'directory: checked before any door is open';

-- An activation under way, step by step.
create table account.activation (
    activation_id uuid primary key,
    space_id      uuid not null references account.space,
    step          text not null check (step in ('CONTACT', 'CONFIRM', 'TERMS', 'CREDENTIALS', 'DONE')),
    version       bigint not null default 1 check (version > 0),
    expires_at    timestamptz not null,
    sealed        bytea not null
);
comment on table account.activation is 'directory: the steps before there is a login';
create index activation_expired on account.activation (expires_at);

grant usage on schema account to mes_app;
grant select, insert, update on account.space to mes_app;
grant select, insert, update, delete on account.insured, account.invitation, account.activation to mes_app;
