-- Messages to browsers.
alter table courier.letter drop constraint letter_channel_check;
alter table courier.letter add constraint letter_channel_check check (channel in ('EMAIL', 'SMS', 'POST', 'PUSH'));
