-- The kinds are the code's to know: each new one would need a migration here.
alter table notification.account_news
    drop constraint account_news_kind_check,
    add constraint account_news_kind_check check (kind ~ '^[A-Z_]{1,40}$');
