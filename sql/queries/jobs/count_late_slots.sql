-- one row: how many slots stand open that should have been done
-- @plan_code text; @now timestamptz, @overdue_before timestamptz (the host's clock); @producing text[] (the schedules that owe a product)
-- failed int, overdue int, example text or null (schedule and instant of the oldest)
-- paused and waiting slots do not count (ADR 0024)
select
    count(*) filter (where slot.state = 'failed')::int as failed,
    count(*) filter (where slot.state = 'due')::int as overdue,
    min(slot.schedule || ' ' || to_char(slot.slot_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC') as example
from emulation.schedule_slots as slot
where slot.plan_code = @plan_code
  and slot.slot_at <= @now
  and (slot.not_before is null or slot.not_before <= @now)
  and (
      slot.state = 'failed'
      or (slot.state = 'due' and slot.schedule = any (@producing) and slot.slot_at <= @overdue_before
          and slot.noted_at < clock_timestamp() - interval '2 minutes'
          and (slot.lease_until is null or slot.lease_until < clock_timestamp()))
  )
  and not exists (
      select from emulation.standing_pauses as pause
      where pause.plan_code = slot.plan_code and pause.schedule = slot.schedule and pause.ends_at > @now
  )
