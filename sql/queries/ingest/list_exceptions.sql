-- One row: an exception after the lock, open, over or revoked.
-- @plan_code text
-- exception_id bigint, unit_id int, duty text, period_id int, until_day date, reason text, granted_by text, granted_at timestamptz, revoked_by text, revoked_because text, uses int; the newest first
-- docs/adr/0011-answers.md
select
    exception.exception_id, exception.unit_id, exception.duty, exception.period_id, exception.until_day, exception.reason,
    exception.granted_by, exception.granted_at, exception.revoked_by, exception.revoked_because,
    (select count(*) from emulation.exceptions_used as used where used.exception_id = exception.exception_id)::int as uses
from emulation.deadline_exceptions as exception
where exception.plan_code = @plan_code
order by exception.exception_id desc
