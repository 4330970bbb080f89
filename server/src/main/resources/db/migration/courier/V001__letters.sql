-- What waits to leave: sealed until it is gone, then deleted.
create table courier.letter (
    letter_id  uuid primary key,
    channel    text not null check (channel in ('EMAIL', 'SMS', 'POST')),
    urgency    int not null check (urgency between 0 and 2),
    due_at     timestamptz not null,
    give_up_at timestamptz not null,
    attempts   int not null default 0 check (attempts >= 0),
    sealed     bytea not null
);
create index letter_due on courier.letter (channel, urgency, due_at);
create index letter_given_up on courier.letter (give_up_at);
grant usage on schema courier to mes_app;
grant select, insert, update, delete on courier.letter to mes_app;
