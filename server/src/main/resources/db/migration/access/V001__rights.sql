-- Who may see what, one sealed row per space: consents, blocks, treating doctor, emergency settings (ACC).
create table access.rights (
    space_id uuid primary key,
    version  bigint not null check (version > 0),
    sealed   bytea not null
);
alter table access.rights enable row level security;
alter table access.rights force row level security;
create policy the_space_that_is_open on access.rights
    using (space_id = nullif(current_setting('mes.space', true), '')::uuid);
grant usage on schema access to mes_app;
grant select, insert, update on access.rights to mes_app;
