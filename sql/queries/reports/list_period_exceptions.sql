-- One row: leave to hand in after the lock that nobody revoked and whose last day has not passed.
-- Parameters: plan_code text, period_ids int[], on_day date
-- Columns: exception_id, unit_id, duty, period_id, until_day, reason; in order
-- Rule: docs/adr/0011-answers.md; a file may still come, so the check list before closing names it
select exception_id, unit_id, duty, period_id, until_day, reason
from emulation.deadline_exceptions
where plan_code = @plan_code and period_id = any (@period_ids) and revoked_at is null and until_day >= @on_day
order by exception_id
