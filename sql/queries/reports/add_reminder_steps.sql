-- No rows: writes down what a mail tells.
-- Parameters: plan_code text, unit_ids int[], duties text[], periods text[], steps text[], told_in text[], address text, told_on date, subject_key text
-- Columns: none
-- Rule: a rung is told once to an address (docs/adr/0024-calendar.md)
insert into emulation.reminder_steps (plan_code, unit_id, duty, period_code, step, address, told_in, told_on, subject_key)
select @plan_code, told.unit_id, told.duty, told.period_code, told.step, @address, told.told_in, @told_on, @subject_key
from unnest(@unit_ids, @duties, @periods, @steps, @told_in) as told (unit_id, duty, period_code, step, told_in)
on conflict do nothing
