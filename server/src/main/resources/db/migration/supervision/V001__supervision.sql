-- What is abnormal, as data: changed on the operator's page, without a release.
create table supervision.rule (
    code      text primary key,
    enabled   boolean not null,
    threshold int not null check (threshold between 1 and 100000),
    minutes   int not null check (minutes between 1 and 10080),
    version   bigint not null default 1 check (version > 0)
);

-- Another threshold for one profession (TRE_G15), where a rule is about professionals.
create table supervision.profession_threshold (
    code       text not null references supervision.rule,
    profession text not null check (profession ~ '^[0-9A-Z]{1,4}$'),
    threshold  int not null check (threshold between 1 and 100000),
    primary key (code, profession)
);

-- Sensible beginnings, to be tuned with real figures: no national reference exists for them.
insert into supervision.rule (code, enabled, threshold, minutes) values
    ('PATIENTS',        true,  40,   60),
    ('EMERGENCIES',     true,   5, 1440),
    ('REFUSALS',        true,  20,   60),
    ('NIGHT',           true,  15,   60),
    ('SPRAYED_ADDRESS', true,  10,   60),
    ('SPRAYED_SERVICE', true, 300,   10),
    ('UNKNOWN_SPACES',  true,  10,   60);
insert into supervision.profession_threshold (code, profession, threshold) values
    ('PATIENTS', '21', 80),
    ('PATIENTS', '60', 60);

-- An actor who crossed a threshold. Who it is is sealed. One living alert for each rule and actor, whatever the nodes.
create table supervision.alert (
    id         uuid primary key,
    rule       text not null references supervision.rule,
    actor_hash bytea not null check (octet_length(actor_hash) = 32),
    state      text not null check (state in ('OPEN', 'ACKNOWLEDGED', 'CLOSED')),
    raised_at  timestamptz not null,
    last_at    timestamptz not null,
    times      int not null check (times > 0),
    count      int not null check (count > 0),
    threshold  int not null check (threshold > 0),
    minutes    int not null check (minutes > 0),
    handled_at timestamptz,
    version    bigint not null check (version > 0),
    sealed     bytea not null
);
create unique index alert_that_lives on supervision.alert (rule, actor_hash) where state <> 'CLOSED';
create index alert_of_actor on supervision.alert (rule, actor_hash, id desc);

-- What citizens report, one case for one line of a history.
create table supervision.reported (
    id          uuid primary key,
    space_id    uuid not null,
    trace       bigint not null check (trace > 0),
    received_at timestamptz not null,
    state       text not null check (state in ('RECEIVED', 'EXAMINED', 'ANSWERED')),
    founded     boolean,
    version     bigint not null check (version > 0),
    sealed      bytea not null,
    unique (space_id, trace),
    check ((state = 'ANSWERED') = (founded is not null))
);
comment on table supervision.reported is 'directory: read by the operator, who enters no space; sealed, no health content of the record';
create index reported_by_state on supervision.reported (state, id);

-- How far the rules were evaluated: one row, held by the node that evaluates.
create table supervision.watch (
    one          boolean primary key default true check (one),
    evaluated_at timestamptz
);
insert into supervision.watch default values;

grant usage on schema supervision to mes_app;
grant select, update on supervision.rule, supervision.watch to mes_app;
grant select, insert, update, delete on supervision.profession_threshold to mes_app;
grant select, insert, update on supervision.alert, supervision.reported to mes_app;
