-- The end of a minor's representation is the eighteenth birthday, written into the mandate by a job (the birth date is
-- sealed): a second job finds by it whom to invite. `told_at` is set once for each.
alter table account.mandate add column told_at timestamptz;
create index mandate_without_end on account.mandate (space_id) where kind = 'LEGAL_REPRESENTATIVE' and until is null;
create index mandate_of_age on account.mandate (until) where kind = 'LEGAL_REPRESENTATIVE' and told_at is null;
