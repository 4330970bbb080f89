-- Who the professionals are, as the national directory publishes it or as they signed in: public data, not sealed. One
-- row a person, with their first place of work.
create table identity.professional (
    rpps           text primary key check (rpps ~ '^[0-9]{11}$'),
    civility       text not null,
    family_name    text not null,
    given_name     text not null,
    profession     text not null,
    speciality     text not null,
    structure_id   text not null,
    structure_name text not null,
    city           text not null,
    published      boolean not null,
    words          tsvector not null
);
create index professional_words on identity.professional using gin (words);

-- The file last read, so that no node reads it twice.
create table identity.directory_file (
    only_one    boolean primary key default true check (only_one),
    modified_at timestamptz not null,
    size        bigint not null
);

grant select, insert, update, delete on identity.professional, identity.directory_file to mes_app;
