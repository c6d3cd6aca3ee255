-- One row: an exception after the lock that nobody revoked.
-- @plan_code text, @on_day date (those over before it are left out)
-- exception_id bigint, unit_id int, form text, period_id int, until_day date, reason text; in order
-- docs/adr/0011-answers.md: one unit, one form of one period, until a day
select exception_id, unit_id, form, period_id, until_day, reason
from emulation.deadline_exceptions
where plan_code = @plan_code and revoked_at is null and until_day >= @on_day
order by exception_id
