-- What happened to the account of a closed space waits until it is reopened. An erasure removes the row of rights.
alter table access.account_event add column waiting boolean not null default false;
grant update on access.account_event to mes_app;
grant delete on access.rights to mes_app;
