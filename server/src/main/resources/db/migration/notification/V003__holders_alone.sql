-- Letters that are not owed to whoever represents the holder.
alter table notification.owed add column holder_alone boolean not null default false;
