-- one row: a schedule that has an open slot nobody works on
-- @plan_code text; @now timestamptz (the host's clock)
-- schedule text not null; in ordinal order
-- the sweep starts the schedule's job for each; the job claims by claim_slot (ADR 0001)
select distinct slot.schedule collate "C" as schedule
from emulation.schedule_slots as slot
where slot.plan_code = @plan_code
  and slot.state in ('due', 'failed')
  and slot.slot_at <= @now
  and (slot.lease_until is null or slot.lease_until < clock_timestamp())
  and (slot.retry_at is null or slot.retry_at <= clock_timestamp())
order by 1
