-- What agents of the operator looked at and did (SUV-01, SUP-01): insert-only for the service, one chain for all.
create table audit.agent_trace (
    seq    bigint primary key check (seq > 0),
    id     uuid not null unique,
    at     timestamptz not null,
    sealed bytea not null,
    hash   bytea not null check (octet_length(hash) = 32)
);

create function audit.append_agent(an_id uuid, an_at timestamptz, a_sealed bytea) returns bigint
    language plpgsql as $$
declare
    last_seq  bigint;
    last_hash bytea;
begin
    perform pg_advisory_xact_lock(4218);
    select t.seq, t.hash into last_seq, last_hash from audit.agent_trace t order by t.seq desc limit 1;
    last_seq := coalesce(last_seq, 0) + 1;
    last_hash := coalesce(last_hash, decode(repeat('00', 32), 'hex'));
    insert into audit.agent_trace (seq, id, at, sealed, hash)
    values (last_seq, an_id, an_at, a_sealed,
            sha256(last_hash
                   || convert_to('agents|' || last_seq || '|' || an_id::text || '|'
                                 || (extract(epoch from an_at) * 1000000)::bigint || '|', 'UTF8')
                   || a_sealed));
    return last_seq;
end $$;

grant select, insert on audit.agent_trace to mes_app;
