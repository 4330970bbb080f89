-- How the holder wants to be told (NOT-02): one sealed row, once chosen.
create table notification.preferences (
    space_id uuid primary key,
    version  bigint not null,
    sealed   bytea not null
);
alter table notification.preferences enable row level security;
alter table notification.preferences force row level security;
create policy the_space_that_is_open on notification.preferences
    using (space_id = nullif(current_setting('mes.space', true), '')::uuid);

-- Some are for the holder alone, not for who represents them (INVISIBLE_REPRESENTANTS_LEGAUX).
alter table notification.notice add column holder_alone boolean not null default false;

-- A notice may be of a moment to come.
create index notice_by_time on notification.notice (space_id, at desc, id desc);

-- Letters owed: one row for each notice and way. It says nothing of what happened.
create table notification.owing (
    space_id uuid not null,
    id       uuid not null,
    way      text not null check (way in ('EMAIL', 'EMAIL_DIGEST', 'PUSH', 'PUSH_DIGEST')),
    since    timestamptz not null,
    due_at   timestamptz not null check (due_at >= since),
    primary key (space_id, id)
);
insert into notification.owing select space_id, gen_random_uuid(), 'EMAIL', since, since from notification.owed;
drop table notification.owed;
alter table notification.owing rename to owed;
comment on table notification.owed is 'directory: read by the job that sends letters, before any door is open';
create index owed_by_time on notification.owed (due_at);

-- Browsers that take messages, sealed under the directory's key.
create table notification.push_device (
    space_id      uuid not null,
    id            uuid not null,
    endpoint_hash bytea not null check (octet_length(endpoint_hash) = 32),
    sealed        bytea not null,
    primary key (space_id, id),
    unique (space_id, endpoint_hash)
);
comment on table notification.push_device is 'directory: read by the job that sends letters, before any door is open';
create index push_device_by_endpoint on notification.push_device (endpoint_hash);

-- What happened to an account, until it is a notice in the space.
create table notification.account_news (
    space_id uuid not null,
    id       uuid not null,
    kind     text not null check (kind in ('NEW_DEVICE', 'PASSWORD_CHANGED', 'CONTACT_CHANGED')),
    at       timestamptz not null,
    primary key (space_id, id)
);
comment on table notification.account_news is 'directory: written where no door is open, carried into the space by a job';
create index account_news_in_order on notification.account_news (id);

grant select, insert, update on notification.preferences to mes_app;
grant select, insert, delete on notification.owed, notification.push_device, notification.account_news to mes_app;
grant update on notification.owed to mes_app;
