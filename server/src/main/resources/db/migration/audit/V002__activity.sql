-- What professionals, software and agents did across spaces, and what was refused to anybody: for their own list of
-- what they did, and for supervision. Who is a keyed hash; the line itself is sealed by the directory's key.
create table audit.activity (
    id         uuid primary key,
    at         timestamptz not null,
    actor_hash bytea not null check (octet_length(actor_hash) = 32),
    space_id   uuid,
    kind       smallint not null check (kind between 1 and 9),
    sealed     bytea not null
);
comment on table audit.activity is 'directory: one actor over many spaces, no health content; no space has such a table open';
create index activity_by_actor on audit.activity (actor_hash, at);
create index activity_by_time on audit.activity (at);
create index activity_by_space on audit.activity (space_id);

-- The trace and its line of activity, in one statement.
create function audit.append(a_space uuid, an_id uuid, an_at timestamptz, a_sealed bytea,
                             an_actor bytea, a_kind smallint, an_activity bytea) returns bigint
    language plpgsql as $$
begin
    insert into audit.activity (id, at, actor_hash, space_id, kind, sealed)
    values (an_id, an_at, an_actor, a_space, a_kind, an_activity);
    return audit.append(a_space, an_id, an_at, a_sealed);
end $$;

-- Attempts on nobody's space are lines of activity without a space.
drop table audit.attempt;

grant select, insert on audit.activity to mes_app;

-- A line of the history by its name.
create unique index trace_by_id on audit.trace (space_id, id);
