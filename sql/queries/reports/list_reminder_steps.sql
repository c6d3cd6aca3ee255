-- One row: a rung told to an address.
-- Parameters: plan_code text
-- Columns: unit_id int, duty text, period_code text, step text, address text, told_in text; in order
-- Rule: docs/adr/0024-calendar.md
select told.unit_id, told.duty, told.period_code, told.step, told.address, told.told_in
from emulation.reminder_steps as told
where told.plan_code = @plan_code
order by told.unit_id, told.duty, told.period_code, told.step, told.address, told.told_in
