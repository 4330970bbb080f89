-- Secure messaging (MSG). What was written, by whom and about what is in `sealed`; clear columns order, join and count.
create table messaging.conversation (
    space_id uuid not null,
    id       uuid not null,
    version  bigint not null check (version > 0),
    last_at  timestamptz not null,
    unread   integer not null check (unread >= 0),
    -- kept from who represents the holder
    alone    boolean not null,
    sealed   bytea not null,
    primary key (space_id, id)
);
create index conversation_by_time on messaging.conversation (space_id, last_at desc, id desc);

-- `once` is the same when one message is delivered twice; `named` finds it by its Message-ID.
create table messaging.message (
    space_id     uuid not null,
    id           uuid not null,
    conversation uuid not null,
    version      bigint not null check (version > 0),
    at           timestamptz not null,
    once         bytea not null check (octet_length(once) = 32),
    named        bytea not null check (octet_length(named) = 32),
    blob         uuid not null,
    size         bigint not null check (size >= 0),
    sealed       bytea not null,
    primary key (space_id, id),
    unique (space_id, once)
);
create index message_by_conversation on messaging.message (space_id, conversation, at, id);
create index message_by_name on messaging.message (space_id, named);

-- The folded words of a message, for searching.
create table messaging.words (
    space_id uuid not null,
    id       uuid not null,
    sealed   bytea not null,
    primary key (space_id, id)
);

-- One unsent answer for each person and conversation.
create table messaging.draft (
    space_id     uuid not null,
    id           uuid not null,
    conversation uuid not null,
    author       uuid not null,
    version      bigint not null check (version > 0),
    saved_at     timestamptz not null,
    sealed       bytea not null,
    primary key (space_id, id),
    unique (space_id, conversation, author)
);

create table messaging.draft_file (
    space_id uuid not null,
    id       uuid not null,
    draft    uuid not null,
    size     bigint not null check (size >= 0),
    primary key (space_id, id)
);
comment on table messaging.draft_file is 'its bytes are the blob of the same id';

do $$
declare
    t text;
begin
    foreach t in array array['conversation', 'message', 'words', 'draft', 'draft_file'] loop
        execute format('alter table messaging.%I enable row level security', t);
        execute format('alter table messaging.%I force row level security', t);
        execute format('create policy the_space_that_is_open on messaging.%I'
                       ' using (space_id = nullif(current_setting(''mes.space'', true), '''')::uuid)', t);
    end loop;
end $$;

-- Messages on their way out, one row for each addressee. Who and what is in the space; the address is asked there.
create table messaging.dispatch (
    id         uuid primary key,
    space_id   uuid not null,
    message    uuid not null,
    addressee  integer not null,
    kind       text not null check (kind in ('MESSAGE', 'RECEIPT')),
    since      timestamptz not null,
    due_at     timestamptz not null,
    attempts   integer not null default 0,
    unique (space_id, message, kind, addressee)
);
comment on table messaging.dispatch is 'directory: read by the job that carries messages, before any door is open';
create index dispatch_by_time on messaging.dispatch (due_at);

-- Exchanges of the portal's professionals, for their own list. It names the patient; what is said is in the space.
create table messaging.exchange (
    professional bytea not null check (octet_length(professional) = 32),
    conversation uuid not null,
    space_id     uuid not null,
    last_at      timestamptz not null,
    answered     boolean not null,
    closed       boolean not null,
    sealed       bytea not null,
    primary key (professional, conversation)
);
comment on table messaging.exchange is 'directory: a professional''s list, read before any door is open';
create index exchange_by_space on messaging.exchange (space_id, conversation);
create index exchange_by_time on messaging.exchange (professional, last_at desc, conversation);

grant usage on schema messaging to mes_app;
grant select, insert, update, delete on all tables in schema messaging to mes_app;
