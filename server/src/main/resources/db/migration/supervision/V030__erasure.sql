-- An erasure removes the accesses that the holder reported (ENR-13).
grant delete on supervision.reported to mes_app;
