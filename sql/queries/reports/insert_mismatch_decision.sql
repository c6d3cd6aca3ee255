-- One row: a decision about an entry as it stands now; none if there is no such entry, or it is gone.
-- Parameters: mismatch_id bigint, plan_code text, counts text, reason text, decided_by text, decided_at timestamptz
-- Columns: mismatch_decision_id
-- Rule: docs/adr/0019-mismatch-register.md: decided is what was seen; with other values the entry is open again
insert into emulation.mismatch_decisions (mismatch_id, value_number, counts, reason, decided_by, decided_at)
select entry.mismatch_id, newest.value_number, @counts, @reason, @decided_by, @decided_at
from emulation.mismatches as entry
cross join lateral (
    select * from emulation.mismatch_findings as finding where finding.mismatch_id = entry.mismatch_id order by mismatch_finding_id desc limit 1
) as newest
where entry.mismatch_id = @mismatch_id and entry.plan_code = @plan_code and not newest.is_gone
returning mismatch_decision_id
