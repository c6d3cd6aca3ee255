-- One row: a unit that has leave for a form of a period until a day.
-- Parameters: plan_code text, on_day date
-- Columns: unit_id int, form text, period_id int; in order
-- Rule: who has leave is not chased (docs/adr/0024-calendar.md, docs/adr/0011-answers.md)
select leave.unit_id, leave.form, leave.period_id
from emulation.deadline_exceptions as leave
where leave.plan_code = @plan_code and leave.revoked_at is null and leave.until_day >= @on_day
order by leave.unit_id, leave.form, leave.period_id
