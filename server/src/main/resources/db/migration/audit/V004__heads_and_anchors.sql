-- Where each chain ends, so that a cut end is noticed (TRC-03). The row is also what writers of one space queue on.
-- The agents' journal is the chain of the space that is all zeros.
create table audit.head (
    space_id   uuid primary key,
    seq        bigint not null check (seq >= 0),
    hash       bytea not null check (octet_length(hash) = 32),
    changed_at timestamptz not null
) with (fillfactor = 70);
comment on table audit.head is 'directory: where each chain ends; read by the job that anchors, before any door is open';
-- BRIN, so that a change of the time alone writes no index
create index head_by_time on audit.head using brin (changed_at) with (autosummarize = on);

-- The same, a minute later, with a code that only the service can make: its key is not in the database.
create table audit.anchor (
    space_id uuid primary key,
    seq      bigint not null check (seq >= 0),
    hash     bytea not null check (octet_length(hash) = 32),
    mac      bytea not null check (octet_length(mac) = 32)
);
comment on table audit.anchor is 'directory: where each chain ended when it was last anchored';

-- The chains that are there already.
alter table audit.trace no force row level security;
insert into audit.head (space_id, seq, hash, changed_at)
select distinct on (space_id) space_id, seq, hash, clock_timestamp() from audit.trace order by space_id, seq desc;
alter table audit.trace force row level security;
insert into audit.head (space_id, seq, hash, changed_at)
select '00000000-0000-0000-0000-000000000000', seq, hash, clock_timestamp()
  from audit.agent_trace order by seq desc limit 1;

-- The end of one chain, locked until the commit: two writers of one space queue, others do not.
create function audit.head_of(a_space uuid, out last_seq bigint, out last_hash bytea)
    language plpgsql as $$
begin
    select h.seq, h.hash into last_seq, last_hash from audit.head h where h.space_id = a_space for update;
    if not found then
        insert into audit.head (space_id, seq, hash, changed_at)
        values (a_space, 0, decode(repeat('00', 32), 'hex'), clock_timestamp()) on conflict do nothing;
        select h.seq, h.hash into last_seq, last_hash from audit.head h where h.space_id = a_space for update;
    end if;
end $$;
revoke all on function audit.head_of(uuid) from public;

-- As before, and moves the head: with the owner's rights, so that the service itself can move it in no other way.
create or replace function audit.append(a_space uuid, an_id uuid, an_at timestamptz, a_sealed bytea) returns bigint
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    last_seq  bigint;
    last_hash bytea;
begin
    select h.last_seq, h.last_hash into last_seq, last_hash from audit.head_of(a_space) h;
    last_seq := last_seq + 1;
    last_hash := sha256(last_hash
                        || convert_to(a_space::text || '|' || last_seq || '|' || an_id::text || '|'
                                      || (extract(epoch from an_at) * 1000000)::bigint || '|', 'UTF8')
                        || a_sealed);
    insert into audit.trace (space_id, seq, id, at, sealed, hash)
    values (a_space, last_seq, an_id, an_at, a_sealed, last_hash);
    update audit.head h set seq = last_seq, hash = last_hash, changed_at = clock_timestamp()
     where h.space_id = a_space;
    return last_seq;
end $$;

create or replace function audit.append_agent(an_id uuid, an_at timestamptz, a_sealed bytea) returns bigint
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    agents    constant uuid := '00000000-0000-0000-0000-000000000000';
    last_seq  bigint;
    last_hash bytea;
begin
    select h.last_seq, h.last_hash into last_seq, last_hash from audit.head_of(agents) h;
    last_seq := last_seq + 1;
    last_hash := sha256(last_hash
                        || convert_to('agents|' || last_seq || '|' || an_id::text || '|'
                                      || (extract(epoch from an_at) * 1000000)::bigint || '|', 'UTF8')
                        || a_sealed);
    insert into audit.agent_trace (seq, id, at, sealed, hash) values (last_seq, an_id, an_at, a_sealed, last_hash);
    update audit.head h set seq = last_seq, hash = last_hash, changed_at = clock_timestamp()
     where h.space_id = agents;
    return last_seq;
end $$;

-- Anchors only ever move on.
create function audit.set_anchors(spaces uuid[], seqs bigint[], hashes bytea[], macs bytea[]) returns void
    language sql security definer set search_path = pg_catalog, pg_temp as $$
    insert into audit.anchor as a (space_id, seq, hash, mac)
    select * from unnest(spaces, seqs, hashes, macs)
    on conflict (space_id) do update set seq = excluded.seq, hash = excluded.hash, mac = excluded.mac
     where a.seq < excluded.seq
$$;

-- Supervision counts what is rare over a whole day.
create index activity_that_is_rare on audit.activity (kind, at) where kind in (5, 6, 7);

grant select on audit.head, audit.anchor to mes_app;
