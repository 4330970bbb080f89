-- An erasure removes what a space was told of (ENR-13).
grant delete on notification.notice, notification.preferences to mes_app;
