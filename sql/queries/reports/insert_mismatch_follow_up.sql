-- One row: who sees to an entry until when; none if there is no such entry.
-- Parameters: mismatch_id bigint, plan_code text, owner text, due_on date, note text, entered_by text, entered_at timestamptz
-- Columns: mismatch_follow_up_id
-- Rule: docs/adr/0019-mismatch-register.md: the newest counts
insert into emulation.mismatch_follow_ups (mismatch_id, owner, due_on, note, entered_by, entered_at)
select mismatch_id, @owner, @due_on, @note, @entered_by, @entered_at
from emulation.mismatches where mismatch_id = @mismatch_id and plan_code = @plan_code
returning mismatch_follow_up_id
