-- one row: a schedule that has an open slot nobody works on
-- @plan_code text; @now timestamptz (the host's clock)
-- schedule text not null; in ordinal order
-- the sweep starts the schedule's job for each; the job claims by claim_slot (ADR 0001); a paused schedule has none (ADR 0024)
select distinct slot.schedule collate "C" as schedule
from emulation.schedule_slots as slot
where slot.plan_code = @plan_code
  and slot.state in ('due', 'failed')
  and slot.slot_at <= @now
  and (slot.lease_until is null or slot.lease_until < clock_timestamp())
  and (slot.retry_at is null or slot.retry_at <= clock_timestamp())
  and (slot.not_before is null or slot.not_before <= @now)
  and not exists (
      select from emulation.standing_pauses as pause
      where pause.plan_code = slot.plan_code and pause.schedule = slot.schedule and pause.ends_at > @now
  )
order by 1
