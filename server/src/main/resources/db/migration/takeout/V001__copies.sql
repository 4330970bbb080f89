-- Copies of everything that people ask for (EXP-01): who asked, how far it is, and where the sealed file lies until it
-- expires. What the file holds is sealed under the space's key, in its blob and in `manifest`.
create table takeout.copy (
    space_id    uuid not null,
    id          uuid not null,
    asker       bytea not null check (octet_length(asker) = 32),
    state       text not null check (state in ('WAITING', 'BUILDING', 'READY', 'FAILED', 'STOPPED', 'REMOVED', 'EXPIRED')),
    asked_at    timestamptz not null,
    attempts    integer not null default 0 check (attempts >= 0),
    lease       uuid,
    lease_until timestamptz,
    done        integer not null default 0 check (done >= 0),
    total       integer not null default 0 check (total >= 0),
    blob        uuid,
    size        bigint check (size > 0),
    ended_at    timestamptz,
    expires_at  timestamptz,
    manifest    bytea,
    sealed      bytea not null,
    primary key (space_id, id),
    check (state <> 'READY' or (blob is not null and size is not null and expires_at is not null and manifest is not null))
);
comment on table takeout.copy is
    'directory: read by the job that makes copies, before any door is open; it holds no health content';
create unique index one_at_a_time on takeout.copy (space_id) where state in ('WAITING', 'BUILDING');
create index copies_to_make on takeout.copy (asked_at) where state in ('WAITING', 'BUILDING');
create index copies_to_clear on takeout.copy (space_id) where blob is not null;

grant usage on schema takeout to mes_app;
grant select, insert, update, delete on takeout.copy to mes_app;
