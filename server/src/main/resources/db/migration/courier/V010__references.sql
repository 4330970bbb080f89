-- What a letter is about, for whoever handed it over, when it could not leave in time.
alter table courier.letter add column reference uuid;
