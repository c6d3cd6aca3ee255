-- One row: a link of the audit chain with its entry, in order of the chain.
-- Parameters: after bigint (exclusive), limit int
-- Columns: audit_number bigint, audit_id bigint, recorded_at timestamptz, kind, actor, subject text, payload_hash bytea, payload text (null if gone), previous_hash bytea (null for the first), entry_hash bytea; the entry's columns are null if it is gone
-- Rule: verification reads everything and trusts nothing (docs/adr/0013-audit.md)
select
    link.audit_number,
    link.audit_id,
    entry.recorded_at,
    entry.kind,
    entry.actor,
    entry.subject,
    entry.payload_hash,
    payload.payload,
    link.previous_hash,
    link.entry_hash
from emulation.audit_chain as link
left join emulation.audit_entries as entry using (audit_id)
left join emulation.audit_payloads as payload using (audit_id)
where link.audit_number > @after
order by link.audit_number
limit @limit
