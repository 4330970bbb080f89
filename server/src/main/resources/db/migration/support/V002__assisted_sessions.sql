-- A counsellor asks to open a space beside its holder: from the asking to the end.
create table support.assisted (
    assisted_id uuid primary key,
    space_id    uuid not null,
    code_id     uuid not null,
    started     boolean not null,
    until       timestamptz not null,
    sealed      bytea not null
);
comment on table support.assisted is 'directory: checked before the session is there; no health content';
create index assisted_over on support.assisted (until);
create index assisted_of_space on support.assisted (space_id);
grant select, insert, update, delete on support.assisted to mes_app;
