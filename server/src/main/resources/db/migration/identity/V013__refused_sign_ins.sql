-- Which account a failed sign-in was tried on, where there is one: the holder's history gets one line an hour of it. Kept in
-- the same statement whether or not there is an account, and told by a job.
alter table identity.failed_sign_in
    add column citizen_id uuid references identity.citizen on delete set null,
    add column told boolean not null default false;
create index failed_sign_in_untold on identity.failed_sign_in (at) where citizen_id is not null and not told;
grant update on identity.failed_sign_in to mes_app;
