-- One row: an audit entry that is neither in the chain nor waiting for it: somebody removed it from the waiting ones.
-- no parameters
-- Columns: audit_id bigint, in order
-- Rule: no entry may stay outside the chain (docs/adr/0013-audit.md)
select entry.audit_id
from emulation.audit_entries as entry
where not exists (select from emulation.audit_chain as link where link.audit_id = entry.audit_id)
    and not exists (select from emulation.audit_unsealed as waiting where waiting.audit_id = entry.audit_id)
order by entry.audit_id
