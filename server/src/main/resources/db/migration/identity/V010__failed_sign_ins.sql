-- Sign-ins that failed, kept a week for supervision: which account and from where are keyed hashes, the address is sealed.
create table identity.failed_sign_in (
    id           uuid primary key,
    at           timestamptz not null,
    address_hash bytea not null check (octet_length(address_hash) = 32),
    login_hash   bytea not null check (octet_length(login_hash) = 32),
    sealed       bytea not null
);
create index failed_sign_in_by_time on identity.failed_sign_in (at);
grant select, insert, delete on identity.failed_sign_in to mes_app;
