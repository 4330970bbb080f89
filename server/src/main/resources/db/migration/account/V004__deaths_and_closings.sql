-- A person who has died (ENR-17), and at whose wish a space was closed (ENR-11).
alter table account.space
    drop constraint space_state_check,
    add constraint space_state_check
        check (state in ('NOTIFIED', 'OPPOSED', 'OPEN', 'ACTIVATED', 'CLOSED', 'DECEASED', 'ERASED')),
    add column closed_for text check (closed_for in ('HOLDER', 'REPRESENTATIVE', 'SUPPORT', 'DEATH')),
    add constraint deceased_when check (closed_at is not null or state <> 'DECEASED');
