-- A caller whom an agent has identified, for half an hour.
create table support.call (
    call_id  uuid primary key,
    space_id uuid not null,
    at       timestamptz not null,
    until    timestamptz not null check (until > at),
    sealed   bytea not null
);
comment on table support.call is 'directory: the support enters no space; no health content';
create index call_of_space on support.call (space_id);
create index call_over on support.call (until);

-- What the support did for a person; told to the holder once their space is open.
create table support.act (
    space_id uuid not null,
    id       uuid not null,
    at       timestamptz not null,
    told     boolean not null,
    sealed   bytea not null,
    primary key (space_id, id)
);
comment on table support.act is 'directory: what the support did, also where there is no space yet; no health content';

grant usage on schema support to mes_app;
grant select, insert, update, delete on support.call, support.act to mes_app;
