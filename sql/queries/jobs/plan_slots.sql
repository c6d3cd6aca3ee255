-- no rows: writes down slots that have come due
-- @plan_code text; @schedules text[], @slots_at timestamptz[], @periods text[] (null entries where a schedule has no period)
-- nothing is returned; a slot that is already there stays as it is
-- one row a slot, whoever finds it first (ADR 0001)
insert into emulation.schedule_slots (plan_code, schedule, slot_at, period_code)
select @plan_code, slot.schedule, slot.slot_at, slot.period_code
from unnest(@schedules, @slots_at, @periods) as slot (schedule, slot_at, period_code)
on conflict (plan_code, schedule, slot_at) do nothing
