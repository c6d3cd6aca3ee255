-- One row: an audit entry, the newest first.
-- Parameters: kind text (null for all), limit int
-- Columns: audit_id bigint, audit_number bigint (null while it waits for the chain), recorded_at timestamptz, kind, actor, subject text, payload text (null if gone)
-- Rule: docs/adr/0013-audit.md
select entry.audit_id, link.audit_number, entry.recorded_at, entry.kind, entry.actor, entry.subject, payload.payload
from emulation.audit_entries as entry
left join emulation.audit_chain as link using (audit_id)
left join emulation.audit_payloads as payload using (audit_id)
where @kind::text is null or entry.kind = @kind
order by entry.audit_id desc
limit @limit
