-- One row: the last link of the audit chain; none while nothing has been recorded.
-- no parameters
-- Columns: audit_number bigint, entry_hash bytea
-- Rule: the head goes out in reports, where nobody can alter it (docs/adr/0013-audit.md)
select audit_number, entry_hash
from emulation.audit_chain
order by audit_number desc
limit 1
