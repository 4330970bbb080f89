-- The history of each space (TRC-01, TRC-03): insert-only for the service, chained by hash per space.
create table audit.trace (
    space_id uuid not null,
    seq      bigint not null check (seq > 0),
    id       uuid not null,
    at       timestamptz not null,
    sealed   bytea not null,
    hash     bytea not null check (octet_length(hash) = 32),
    primary key (space_id, seq)
);
alter table audit.trace enable row level security;
alter table audit.trace force row level security;
create policy the_space_that_is_open on audit.trace
    using (space_id = nullif(current_setting('mes.space', true), '')::uuid);

-- Adds one link. The lock is per space and is held until the commit: two writers of one space queue, others do not.
create function audit.append(a_space uuid, an_id uuid, an_at timestamptz, a_sealed bytea) returns bigint
    language plpgsql as $$
declare
    last_seq  bigint;
    last_hash bytea;
begin
    perform pg_advisory_xact_lock(hashtextextended(a_space::text, 4217));
    select t.seq, t.hash into last_seq, last_hash from audit.trace t
     where t.space_id = a_space order by t.seq desc limit 1;
    last_seq := coalesce(last_seq, 0) + 1;
    last_hash := coalesce(last_hash, decode(repeat('00', 32), 'hex'));
    insert into audit.trace (space_id, seq, id, at, sealed, hash)
    values (a_space, last_seq, an_id, an_at, a_sealed,
            sha256(last_hash
                   || convert_to(a_space::text || '|' || last_seq || '|' || an_id::text || '|'
                                 || (extract(epoch from an_at) * 1000000)::bigint || '|', 'UTF8')
                   || a_sealed));
    return last_seq;
end $$;

-- Attempts on spaces that do not exist: they belong to nobody's history, but supervision counts them.
create table audit.attempt (
    id     uuid primary key,
    at     timestamptz not null,
    sealed bytea not null
);
create index attempt_by_time on audit.attempt (at);

grant usage on schema audit to mes_app;
grant select, insert on audit.trace, audit.attempt to mes_app;
