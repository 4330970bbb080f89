-- Who may act in somebody else's space (REP). The one who acts is a keyed hash of their INS: a parent may be announced
-- before they have a space of their own.
create table account.mandate (
    space_id      uuid not null references account.space,
    delegate_hash bytea not null check (octet_length(delegate_hash) = 32),
    kind          text not null check (kind in ('LEGAL_REPRESENTATIVE', 'GUARDIAN', 'CAREGIVER')),
    scopes        text[] not null default '{}'
                  check (scopes <@ array['READ', 'ADD', 'AGENDA', 'MESSAGE']
                         and (kind = 'CAREGIVER' or cardinality(scopes) = 0)),
    until         timestamptz,
    primary key (space_id, delegate_hash)
);
comment on table account.mandate is 'directory: asked before the door is open, who may act for whom';
create index mandate_of_delegate on account.mandate (delegate_hash);
grant select, insert, update, delete on account.mandate to mes_app;
