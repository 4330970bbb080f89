-- Families and helpers (REP-01 to REP-06).
-- What steers who may come into a space besides its state: read in the one statement that finds the space.
alter table account.space add column concealed_at timestamptz;
alter table account.space add column own_access_at timestamptz;
alter table account.space add column measure text
    check (measure in ('TUTELLE', 'CURATELLE', 'HABILITATION', 'FUTURE'));
alter table account.space add column left_powers text check (left_powers in ('READ', 'ALL'));
alter table account.space add column left_until timestamptz;
comment on column account.space.concealed_at is 'since when nobody acts for the holder (confidential address); null for most';
comment on column account.space.own_access_at is 'since when a minor has a login of their own; null for most';
comment on column account.space.left_powers is 'what a measure of protection leaves to the holder; null for everything';

-- Who said so, and how far it goes: the file of the health insurance takes back only what it gave itself.
alter table account.mandate add column source text not null default 'FEED'
    check (source in ('FEED', 'CODE', 'HOLDER', 'AGENT'));
alter table account.mandate add column powers text not null default 'ALL' check (powers in ('READ', 'ALL'));

-- A relative asked to help: from the invitation to the end. What they may do stands in the mandate, which the door
-- reads; this is what the pages tell of it.
create table account.caregiver (
    space_id   uuid not null references account.space,
    id         uuid not null,
    state      text not null check (state in ('INVITED', 'ACTIVE', 'DECLINED', 'WITHDRAWN', 'ENDED', 'LEFT', 'OVER')),
    code_hash  bytea not null check (octet_length(code_hash) = 32),
    who        uuid check (who is not null or state not in ('ACTIVE', 'ENDED', 'LEFT', 'OVER')),
    scopes     text[] not null check (scopes <@ array['READ', 'ADD', 'AGENDA', 'MESSAGE'] and cardinality(scopes) > 0),
    until      timestamptz not null,
    answer_by  timestamptz not null,
    changed_at timestamptz not null,
    warned_at  timestamptz,
    version    bigint not null default 1,
    sealed     bytea not null,
    primary key (space_id, id)
);
comment on table account.caregiver is 'directory: who was asked to help whom, found by a code before any door is open';
create unique index caregiver_by_code on account.caregiver (code_hash);
create index caregiver_ends on account.caregiver (until) where state = 'ACTIVE';
create index caregiver_who on account.caregiver (who) where who is not null;
grant select, insert, update, delete on account.caregiver to mes_app;
