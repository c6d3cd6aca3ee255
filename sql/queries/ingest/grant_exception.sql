-- Lets a unit hand in a form of a period after the lock; nothing if one is open already.
-- @plan_code text, @unit_id int, @duty text, @form text, @period_id int, @until_day date, @reason text, @granted_by text, @granted_at timestamptz
-- exception_id bigint
-- docs/adr/0011-answers.md: who and why is kept; the audit log notes it by trigger
insert into emulation.deadline_exceptions (plan_code, unit_id, duty, form, period_id, until_day, reason, granted_by, granted_at)
values (@plan_code, @unit_id, @duty, @form, @period_id, @until_day, @reason, @granted_by, @granted_at)
on conflict (unit_id, form, period_id) where revoked_at is null do nothing
returning exception_id
