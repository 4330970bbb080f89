-- What citizens are told (NOT). `once` makes a notice unique: at least once across a crash, never twice in the space.
create table notification.notice (
    space_id uuid not null,
    id       uuid not null,
    at       timestamptz not null,
    once     bytea not null check (octet_length(once) = 32),
    unread   boolean not null,
    sealed   bytea not null,
    primary key (space_id, id),
    unique (space_id, once)
);
create index notice_unread on notification.notice (space_id) where unread;
alter table notification.notice enable row level security;
alter table notification.notice force row level security;
create policy the_space_that_is_open on notification.notice
    using (space_id = nullif(current_setting('mes.space', true), '')::uuid);

-- Spaces whose holder is owed a letter. It says nothing of what happened.
create table notification.owed (
    space_id uuid primary key,
    since    timestamptz not null,
    version  bigint not null
);
comment on table notification.owed is 'directory: read by the job that sends letters, before any door is open';
create index owed_by_time on notification.owed (since);

grant usage on schema notification to mes_app;
grant select, insert, update on notification.notice to mes_app;
grant select, insert, update, delete on notification.owed to mes_app;
