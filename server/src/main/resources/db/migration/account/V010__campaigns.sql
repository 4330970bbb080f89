-- A person is announced first and invited later: the time to oppose runs from the day on which her letter leaves, and
-- who has no letter yet has no day on which the space opens.
alter table account.space
    alter column invited_at drop not null,
    alter column opens_at drop not null,
    add constraint invited_whole check ((invited_at is null) = (opens_at is null)),
    add constraint not_opened_uninvited check (invited_at is not null or state <> 'OPEN');
drop index account.space_to_open;
create index space_to_open on account.space (opens_at) where state = 'NOTIFIED' and opens_at is not null;
-- the figures are kept as counts (below)
drop index account.space_by_department;

-- A row of these is written with its space, in one transaction; looking that up again for each of millions was most of
-- what their import cost.
alter table account.insured drop constraint insured_space_id_fkey;
alter table account.invitation drop constraint invitation_space_id_fkey;

-- Which line brought what is known: a person twice in one file is told from a person in two files.
alter table account.insured
    add column file_id   uuid,
    add column file_line bigint,
    add constraint line_whole check ((file_id is null) = (file_line is null));

-- Campaign files and how far each is read. The numbers move in the transaction of the people that they count, so that
-- a reading which was cut off goes on behind its last people.
create table account.campaign_file (
    file_id      uuid primary key,
    digest       bytea not null unique check (octet_length(digest) = 32),
    name         text not null check (length(name) between 1 and 200),
    bytes        bigint not null check (bytes >= 0),
    state        text not null check (state in ('WAITING', 'READING', 'DONE', 'REFUSED')),
    problem      text check ((problem is not null) = (state = 'REFUSED')),
    missing      text[] not null default '{}',
    received_at  timestamptz not null,
    started_at   timestamptz check (started_at is not null or state in ('WAITING', 'REFUSED')),
    ended_at     timestamptz check ((ended_at is not null) = (state in ('DONE', 'REFUSED'))),
    read_bytes   bigint not null default 0 check (read_bytes between 0 and bytes),
    report_bytes bigint not null default 0 check (report_bytes >= 0),
    lines        bigint not null default 0,
    added        bigint not null default 0,
    changed      bigint not null default 0,
    unchanged    bigint not null default 0,
    deaths       bigint not null default 0,
    refused      bigint not null default 0
);
create unique index campaign_file_under_way on account.campaign_file (name) where state in ('WAITING', 'READING');
create index campaign_file_newest on account.campaign_file (received_at desc);

-- Whose letter has still to leave, and how.
create table account.to_invite (
    way      text not null check (way in ('ASKED', 'EMAIL', 'POST', 'MINOR')),
    space_id uuid not null,
    primary key (way, space_id)
);
comment on table account.to_invite is 'directory: whose invitation has still to leave';

-- The files for the mail house: each is there, whole, when its row is settled.
create table account.mailing (
    mailing_id uuid primary key,
    name       text not null unique,
    letters    int not null check (letters > 0),
    written_at timestamptz not null,
    posted_on  date not null,
    settled    boolean not null default false
);
create index mailing_newest on account.mailing (written_at desc);
create index mailing_unsettled on account.mailing (mailing_id) where not settled;

-- How many e-mails may still leave, for all nodes together.
create table account.pace (
    single    boolean primary key default true check (single),
    left_over double precision not null,
    at    timestamptz not null
);
insert into account.pace (left_over, at) values (0, timestamptz '2000-01-01 00:00Z');

-- The figures of the campaigns, without names. Each change of spaces leaves what it moved, in its own transaction and
-- without waiting for anybody; a job adds it up. Both together are always what counting all spaces would give.
create table account.campaign_count (
    department text not null,
    day        date not null,
    what       text not null check (what in ('WAITING', 'INVITED', 'OPPOSED', 'OPENED', 'ACTIVATED')),
    people     bigint not null,
    primary key (what, department, day)
);
create table account.campaign_move (
    department text not null,
    day        date not null,
    what       text not null,
    people     bigint not null
);

create function account.count_spaces() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        insert into account.campaign_move (department, day, what, people)
        select r.department, c.day, c.what, count(*) from after_rows r,
               lateral (values
                   ('WAITING', case when r.state = 'NOTIFIED' and r.invited_at is null then date '0001-01-01' end),
                   ('INVITED', (r.invited_at at time zone 'Europe/Paris')::date),
                   ('OPPOSED', case when r.opened_at is null
                                    then (r.opposed_at at time zone 'Europe/Paris')::date end),
                   ('OPENED', (r.opened_at at time zone 'Europe/Paris')::date),
                   ('ACTIVATED', (r.activated_at at time zone 'Europe/Paris')::date)) c(what, day)
         where c.day is not null group by 1, 2, 3;
    elsif tg_op = 'DELETE' then
        insert into account.campaign_move (department, day, what, people)
        select r.department, c.day, c.what, -count(*) from before_rows r,
               lateral (values
                   ('WAITING', case when r.state = 'NOTIFIED' and r.invited_at is null then date '0001-01-01' end),
                   ('INVITED', (r.invited_at at time zone 'Europe/Paris')::date),
                   ('OPPOSED', case when r.opened_at is null
                                    then (r.opposed_at at time zone 'Europe/Paris')::date end),
                   ('OPENED', (r.opened_at at time zone 'Europe/Paris')::date),
                   ('ACTIVATED', (r.activated_at at time zone 'Europe/Paris')::date)) c(what, day)
         where c.day is not null group by 1, 2, 3;
    else
        insert into account.campaign_move (department, day, what, people)
        select r.department, c.day, c.what, sum(r.sign)
          from (select department, state, invited_at, opposed_at, opened_at, activated_at, 1 as sign from after_rows
                union all
                select department, state, invited_at, opposed_at, opened_at, activated_at, -1 from before_rows) r,
               lateral (values
                   ('WAITING', case when r.state = 'NOTIFIED' and r.invited_at is null then date '0001-01-01' end),
                   ('INVITED', (r.invited_at at time zone 'Europe/Paris')::date),
                   ('OPPOSED', case when r.opened_at is null
                                    then (r.opposed_at at time zone 'Europe/Paris')::date end),
                   ('OPENED', (r.opened_at at time zone 'Europe/Paris')::date),
                   ('ACTIVATED', (r.activated_at at time zone 'Europe/Paris')::date)) c(what, day)
         where c.day is not null group by 1, 2, 3 having sum(r.sign) <> 0;
    end if;
    return null;
end $$;
create trigger count_added after insert on account.space
    referencing new table as after_rows for each statement execute function account.count_spaces();
create trigger count_changed after update on account.space
    referencing old table as before_rows new table as after_rows
    for each statement execute function account.count_spaces();
create trigger count_removed after delete on account.space
    referencing old table as before_rows for each statement execute function account.count_spaces();

-- those that were there before
insert into account.campaign_move (department, day, what, people)
select r.department, c.day, c.what, count(*) from account.space r,
       lateral (values ('INVITED', (r.invited_at at time zone 'Europe/Paris')::date),
                       ('OPPOSED', case when r.opened_at is null
                                        then (r.opposed_at at time zone 'Europe/Paris')::date end),
                       ('OPENED', (r.opened_at at time zone 'Europe/Paris')::date),
                       ('ACTIVATED', (r.activated_at at time zone 'Europe/Paris')::date)) c(what, day)
 where c.day is not null group by 1, 2, 3;

grant select, insert, update on account.campaign_file, account.mailing to mes_app;
grant select, insert, update, delete on account.to_invite to mes_app;
grant select, update on account.pace to mes_app;
grant select, insert, update on account.campaign_count to mes_app;
grant select, insert, delete on account.campaign_move to mes_app;
