-- The medical record (DOC). What a document is and says is in `sealed`; the clear columns only order and join.
create table record.document (
    space_id    uuid not null,
    id          uuid not null,
    version     bigint not null check (version > 0),
    unique_hash bytea not null check (octet_length(unique_hash) = 32),
    superseded  boolean not null,
    archived    boolean not null,
    arrived_at  timestamptz not null,
    changed_at  timestamptz not null,
    blob        uuid not null,
    size        bigint not null check (size >= 0),
    sealed      bytea not null,
    primary key (space_id, id),
    unique (space_id, unique_hash)
);

create table record.document_history (
    space_id uuid not null,
    id       uuid not null,
    version  bigint not null,
    until    timestamptz not null,
    sealed   bytea not null,
    primary key (space_id, id, version)
);

-- The folded words of a document, for searching (DOC-14).
create table record.words (
    space_id uuid not null,
    id       uuid not null,
    sealed   bytea not null,
    primary key (space_id, id)
);

-- What came together (XDS SubmissionSet, FHIR List).
create table record.submission (
    space_id    uuid not null,
    id          uuid not null,
    unique_hash bytea not null,
    at          timestamptz not null,
    sealed      bytea not null,
    primary key (space_id, id),
    unique (space_id, unique_hash)
);

do $$
declare
    t text;
begin
    foreach t in array array['document', 'document_history', 'words', 'submission'] loop
        execute format('alter table record.%I enable row level security', t);
        execute format('alter table record.%I force row level security', t);
        execute format('create policy the_space_that_is_open on record.%I'
                       ' using (space_id = nullif(current_setting(''mes.space'', true), '''')::uuid)', t);
    end loop;
end $$;

grant usage on schema record to mes_app;
grant select, insert, update, delete on all tables in schema record to mes_app;
