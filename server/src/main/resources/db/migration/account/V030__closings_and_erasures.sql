-- The trace of each closing and each erasure (ENR-12, ENR-13), kept ten years: who, when, reference; nothing of what
-- was inside. Its certificate can be asked for by the reference for a while.
create table account.closing (
    id                uuid primary key,
    space_id          uuid not null,
    reference         text not null unique check (reference ~ '^[A-Z2-7]{4}(-[A-Z2-7]{4}){3}$'),
    closed_at         timestamptz not null,
    reason            text not null check (reason in ('HOLDER', 'REPRESENTATIVE', 'SUPPORT', 'DEATH', 'TERM', 'RESTORE')),
    erased            boolean not null,
    certificate_until timestamptz not null,
    sealed            bytea not null
);
comment on table account.closing is 'directory: trace and certificate of a closing; outlives the space; no health content';
create index closing_of_space on account.closing (space_id, closed_at);
create index closing_by_time on account.closing (closed_at);
grant select, insert, delete on account.closing to mes_app;

-- An erasure under way, step by step, twice over: the second time finds what a visit begun before it wrote after.
create table account.erasure (
    id          uuid primary key,
    space_id    uuid not null,
    asked_at    timestamptz not null,
    pass        int not null default 1 check (pass in (1, 2)),
    due_at      timestamptz not null,
    done        text[] not null default '{}',
    finished_at timestamptz
);
comment on table account.erasure is 'directory: how far an erasure is; the space is no more';
create unique index erasure_under_way on account.erasure (space_id) where finished_at is null;
create index erasure_due on account.erasure (due_at) where finished_at is null;
grant select, insert, update, delete on account.erasure to mes_app;

create index space_shut on account.space (closed_at) where state in ('CLOSED', 'DECEASED');

alter table account.space
    drop constraint space_closed_for_check,
    add constraint space_closed_for_check
        check (closed_for in ('HOLDER', 'REPRESENTATIVE', 'SUPPORT', 'DEATH', 'TERM', 'RESTORE'));
