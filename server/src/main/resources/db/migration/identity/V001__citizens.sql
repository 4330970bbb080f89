-- Who may sign in to a space of their own. The login is a keyed hash, the contact and the name are sealed.
create table identity.citizen (
    citizen_id          uuid primary key,
    space_id            uuid not null unique,
    login_hash          bytea not null unique check (octet_length(login_hash) = 32),
    password_hash       text not null check (password_hash like '$argon2id$%'),
    password_changed_at timestamptz not null,
    version             bigint not null default 1 check (version > 0),
    sealed              bytea not null
);
comment on table identity.citizen is 'directory: found by login before any door is open';

-- One-time codes: keyed hash only, few tries, one use, a short life.
create table identity.one_time_code (
    code_id    uuid primary key,
    purpose    text not null,
    code_hash  bytea not null check (octet_length(code_hash) = 32),
    expires_at timestamptz not null,
    tries_left int not null check (tries_left >= 0),
    used_at    timestamptz
);
create index one_time_code_expired on identity.one_time_code (expires_at);

-- Guesses, counted for all nodes together. The key (a login, an address) is a keyed hash.
create table identity.attempt (
    guard    text not null,
    key_hash bytea not null check (octet_length(key_hash) = 32),
    count    int not null check (count >= 0),
    last_at  timestamptz not null,
    free_at  timestamptz not null,
    primary key (guard, key_hash)
);
create index attempt_forgotten on identity.attempt (last_at);

-- Sessions, shared by all nodes: the tables of Spring Session 4.1. The attributes are sealed before they come here.
create table identity.spring_session (
    primary_id            char(36) not null primary key,
    session_id            char(36) not null unique,
    creation_time         bigint not null,
    last_access_time      bigint not null,
    max_inactive_interval int not null,
    expiry_time           bigint not null,
    principal_name        varchar(100)
);
create index spring_session_expiry on identity.spring_session (expiry_time);
create index spring_session_principal on identity.spring_session (principal_name);

create table identity.spring_session_attributes (
    session_primary_id char(36) not null references identity.spring_session (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea not null,
    primary key (session_primary_id, attribute_name)
);

grant usage on schema identity to mes_app;
grant select, insert, update, delete on all tables in schema identity to mes_app;
