-- Definitive erasure of a part of a record (ENR-18). The request is a directory row: the job finds it before any door is
-- open, and the fact of it is kept ten years: how many documents, of which categories, when; nothing of what they said.
create table record.erasure (
    space_id   uuid not null,
    id         uuid not null,
    state      text not null check (state in ('RECEIVED', 'RUNNING', 'DONE', 'WITHDRAWN')),
    asked_at   timestamptz not null,
    begins_at  timestamptz not null,
    ended_at   timestamptz,
    documents  integer not null check (documents > 0),
    erased     integer not null default 0 check (erased between 0 and documents),
    sealed     bytea not null,
    primary key (space_id, id),
    check ((ended_at is not null) = (state in ('DONE', 'WITHDRAWN')))
);
comment on table record.erasure is
    'directory: read by the job that erases, before any door is open; the fact is kept ten years, without content';
create index erasures_to_do on record.erasure (begins_at) where state in ('RECEIVED', 'RUNNING');

-- The documents that are still to be erased; the row goes with the document.
create table record.erasure_document (
    space_id uuid not null,
    erasure  uuid not null,
    id       uuid not null,
    primary key (space_id, erasure, id)
);

-- The keyed hash of the uniqueId of what was erased: the same document sent again is not kept (ADR 41).
create table record.erased (
    space_id    uuid not null,
    unique_hash bytea not null check (octet_length(unique_hash) = 32),
    erased_at   timestamptz not null,
    primary key (space_id, unique_hash)
);

do $$
declare
    t text;
begin
    foreach t in array array['erasure_document', 'erased'] loop
        execute format('alter table record.%I enable row level security', t);
        execute format('alter table record.%I force row level security', t);
        execute format('create policy the_space_that_is_open on record.%I'
                       ' using (space_id = nullif(current_setting(''mes.space'', true), '''')::uuid)', t);
    end loop;
end $$;

grant select, insert, update, delete on record.erasure, record.erasure_document, record.erased to mes_app;
