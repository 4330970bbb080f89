-- When someone was last in a space, and when before that, so that they are shown what is new (DOC-16). Who is a keyed
-- hash of the space: it says nothing outside.
create table record.last_visit (
    space_id uuid not null,
    visitor  bytea not null check (octet_length(visitor) = 32),
    seen_at  timestamptz not null,
    before   timestamptz,
    primary key (space_id, visitor)
);

alter table record.last_visit enable row level security;
alter table record.last_visit force row level security;
create policy the_space_that_is_open on record.last_visit
    using (space_id = nullif(current_setting('mes.space', true), '')::uuid);
grant select, insert, update, delete on record.last_visit to mes_app;
