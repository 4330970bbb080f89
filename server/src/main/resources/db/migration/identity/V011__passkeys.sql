-- Keys that replace the one-time code: several a person. Found by the keyed hash of the credential's id; the key itself,
-- its name and when it was used are sealed. They go with the login they belong to.
create table identity.passkey (
    passkey_id      uuid primary key,
    citizen_id      uuid not null references identity.citizen on delete cascade,
    credential_hash bytea not null unique check (octet_length(credential_hash) = 32),
    version         bigint not null default 1 check (version > 0),
    sealed          bytea not null
);
create index passkey_of_citizen on identity.passkey (citizen_id);
grant select, insert, update, delete on identity.passkey to mes_app;
