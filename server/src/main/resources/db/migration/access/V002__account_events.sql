-- What happened to a holder's account and is not yet in the history of their space: a sign-in, a changed password.
create table access.account_event (
    space_id uuid not null,
    id       uuid not null,
    what     text not null check (what ~ '^[A-Z_]{1,40}$'),
    at       timestamptz not null,
    primary key (space_id, id)
);
comment on table access.account_event is 'directory: waits outside the door for the job that carries it in; no health content, no name';
create index account_event_by_age on access.account_event (id);
grant select, insert, delete on access.account_event to mes_app;
