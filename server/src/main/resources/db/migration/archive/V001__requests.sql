-- Requests of archivists to open a closed space for a legal action (ENR-12): who asked, who agreed, why, until when.
create table archive.request (
    id           uuid primary key,
    space_id     uuid not null,
    state        text not null check (state in ('REQUESTED', 'HALF', 'OPEN', 'ENDED')),
    requested_at timestamptz not null,
    until        timestamptz check (until is not null or state <> 'OPEN'),
    version      bigint not null default 1 check (version > 0),
    sealed       bytea not null
);
comment on table archive.request is 'directory: the archivists'' desk; no health content, the space stays behind its door';
create index request_of_space on archive.request (space_id);
grant usage on schema archive to mes_app;
grant select, insert, update, delete on archive.request to mes_app;
