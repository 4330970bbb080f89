-- The keys of closed spaces (ENR-12). Wrapped for their holder's return, and, blinded, under the two locks of the
-- archivists: neither the service nor the archivists open it by that way alone (ADR 39).
create table vault.archived_key (
    space_id     uuid primary key,
    for_return   bytea not null check (octet_length(for_return) between 60 and 400),
    blind        bytea not null check (octet_length(blind) between 60 and 400),
    for_officers bytea check (octet_length(for_officers) between 100 and 2000),
    opened       bytea check (octet_length(opened) between 60 and 400),
    opened_until timestamptz check ((opened is null) = (opened_until is null)),
    archived_at  timestamptz not null default now()
);
alter table vault.archived_key enable row level security;
alter table vault.archived_key force row level security;
create policy the_space_that_is_open on vault.archived_key
    using (space_id = nullif(current_setting('mes.space', true), '')::uuid);
grant select, insert, update, delete on vault.archived_key to mes_app;
grant update, delete on vault.space_key to mes_app;

-- The rotation of the master keys goes through all spaces: by these functions alone, with their owner's rights, and it
-- sees wrapped keys only.
create policy rotation on vault.space_key to mes_owner using (true);
create policy rotation on vault.archived_key to mes_owner using (true);

create table vault.rotation (
    one          boolean primary key default true check (one),
    began_at     timestamptz not null,
    reached      uuid,
    rewrapped    bigint not null default 0,
    finished_at  timestamptz,
    destroyed_at timestamptz check (destroyed_at is null or finished_at is not null)
);
insert into vault.rotation (began_at, finished_at, destroyed_at) values (now(), now(), now());
grant select, update on vault.rotation to mes_app;

-- The keys after this space that are wrapped under another master key than those with these prefixes.
create function vault.keys_under_others(live bytea, archive bytea, after uuid, most int)
    returns table (space_id uuid, wrapped bytea, for_return bytea, blind bytea, opened bytea)
    language sql security definer stable set search_path = pg_catalog, pg_temp as $$
    select * from (
        select k.space_id, k.wrapped, null::bytea, null::bytea, null::bytea from vault.space_key k
         where k.space_id > after and substring(k.wrapped for 5) <> live
        union all
        select a.space_id, null, a.for_return, a.blind, a.opened from vault.archived_key a
         where a.space_id > after
           and (substring(a.for_return for 5) <> archive or substring(a.blind for 5) <> archive
                or substring(a.opened for 5) <> archive)
    ) found order by 1 limit most
$$;

-- Puts new wraps in the place of old ones; a key that was archived, destroyed or wrapped meanwhile is left alone.
create function vault.rewrap(spaces uuid[], olds bytea[], news bytea[]) returns int
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    changed int;
begin
    update vault.space_key k set wrapped = n.new
      from unnest(spaces, olds, news) as n(space, old, new)
     where k.space_id = n.space and k.wrapped = n.old;
    get diagnostics changed = row_count;
    return changed;
end $$;

create function vault.rewrap_archived(spaces uuid[], olds bytea[], returns bytea[], blinds bytea[], openeds bytea[])
    returns int language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    changed int;
begin
    update vault.archived_key a
       set for_return = n.ret, blind = n.blind,
           opened = case when a.opened is null then null else coalesce(n.opened, a.opened) end
      from unnest(spaces, olds, returns, blinds, openeds) as n(space, old, ret, blind, opened)
     where a.space_id = n.space and a.for_return = n.old;
    get diagnostics changed = row_count;
    return changed;
end $$;

-- Is there any key of this space left? Asked, without a visit, by what may only be done once it is destroyed.
create function vault.has_key(a_space uuid) returns boolean
    language sql security definer stable set search_path = pg_catalog, pg_temp as $$
    select exists (select from vault.space_key k where k.space_id = a_space)
        or exists (select from vault.archived_key a where a.space_id = a_space)
$$;
