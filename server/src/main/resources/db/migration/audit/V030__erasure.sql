-- Removes the history of a space, where its chain ended, and what was noted of it across spaces. Only once the space's
-- key is destroyed and nobody can read that history any more (ENR-13): as long as there is a key, nothing is removed.
create function audit.erase(a_space uuid) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    if vault.has_key(a_space) or a_space = '00000000-0000-0000-0000-000000000000' then
        raise exception 'the history of a space goes after its key';
    end if;
    perform set_config('mes.space', a_space::text, true);
    delete from audit.trace t where t.space_id = a_space;
    delete from audit.head h where h.space_id = a_space;
    delete from audit.anchor a where a.space_id = a_space;
    delete from audit.activity a where a.space_id = a_space;
end $$;

-- Removes lines of activity older than this, at most so many; never one of the last ninety days, whatever is asked.
create function audit.prune_activity(before timestamptz, most int) returns int
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    removed int;
begin
    delete from audit.activity where id in (
        select id from audit.activity where at < least(before, now() - interval '90 days')
         order by at limit most for update skip locked);
    get diagnostics removed = row_count;
    return removed;
end $$;
revoke all on function audit.erase(uuid), audit.prune_activity(timestamptz, int) from public;
grant execute on function audit.erase(uuid), audit.prune_activity(timestamptz, int) to mes_app;
