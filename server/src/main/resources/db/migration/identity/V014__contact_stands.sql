-- Since when the contact is what it is: a new one renews no forgotten password for three days, so that who takes over the
-- contact on the phone does not take over the login. Empty for the contact of the activation.
alter table identity.citizen add column contact_at timestamptz;
