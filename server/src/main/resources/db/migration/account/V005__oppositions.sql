-- What proves an opposition (ENR-04): a reference, found by its keyed hash, and who opposed, sealed.
create table account.opposition (
    space_id       uuid primary key references account.space,
    reference_hash bytea not null unique check (octet_length(reference_hash) = 32),
    channel        text not null check (channel in ('ONLINE', 'PHONE')),
    at             timestamptz not null,
    sealed         bytea not null
);
comment on table account.opposition is 'directory: a proof is checked by its reference, without any space';
grant select, insert, update, delete on account.opposition to mes_app;
