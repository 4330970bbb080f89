-- One key per space, wrapped under the master key (SEC-02). Erasing a space begins with destroying this row.
create table vault.space_key (
    space_id uuid primary key,
    wrapped  bytea not null check (octet_length(wrapped) between 60 and 400),
    made_at  timestamptz not null default now()
);
alter table vault.space_key enable row level security;
alter table vault.space_key force row level security;
create policy the_space_that_is_open on vault.space_key
    using (space_id = nullif(current_setting('mes.space', true), '')::uuid);
grant usage on schema vault to mes_app;
grant select, insert on vault.space_key to mes_app;
