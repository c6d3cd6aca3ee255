-- one row: a slot that has come due, with what came of it
-- @plan_code text; @from timestamptz; @to timestamptz (inclusive)
-- schedule text, slot_at timestamptz, period_code text or null, state text, attempts int, settled_at timestamptz or null, outcome text or null, fault text or null, is_running boolean, not_before timestamptz or null, waits_for text or null; by slot_at, schedule
-- the calendar shows these beside the slots to come (design.md §9)
select slot.schedule, slot.slot_at, slot.period_code, slot.state, slot.attempts, slot.settled_at, slot.outcome, slot.fault,
       coalesce(slot.lease_until > clock_timestamp(), false) as is_running,
       slot.not_before, slot.waits_for
from emulation.schedule_slots as slot
where slot.plan_code = @plan_code and slot.slot_at between @from and @to
order by slot.slot_at, slot.schedule collate "C"
