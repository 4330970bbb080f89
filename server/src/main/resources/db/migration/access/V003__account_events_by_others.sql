-- Who did it, sealed under the directory key, when it was not the holder: the support, a counsellor.
alter table access.account_event add column actor bytea;
