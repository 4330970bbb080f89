-- Which terms the holder accepted, and when (ENR-08).
alter table account.space
    add column terms_version text,
    add column terms_at      timestamptz,
    add constraint terms_whole check ((terms_version is null) = (terms_at is null));
create index space_by_department on account.space (department, invited_at);
