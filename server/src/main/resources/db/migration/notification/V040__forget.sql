-- A notice that names a document goes with it when the holder has it erased (ENR-18).
grant delete on notification.notice to mes_app;
