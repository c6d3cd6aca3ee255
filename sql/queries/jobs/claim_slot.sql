-- one row: the oldest open slot of the schedules, now leased to the caller; none if nothing is due
-- @plan_code text; @schedules text[]; @now timestamptz (the host's clock); @owner text; @lease interval
-- schedule text, slot_at timestamptz, period_code text or null, lease_number int (fencing), attempts int (this one included), holds_mail boolean
-- leases and retries go by the database's clock; a slot that waits does not block later ones (ADR 0001); a paused schedule rests (ADR 0024)
update emulation.schedule_slots as slot
set lease_number = slot.lease_number + 1,
    lease_owner = @owner,
    lease_until = clock_timestamp() + @lease,
    retry_at = null,
    not_before = null,
    waits_for = null,
    attempts = slot.attempts + 1
from (
    select waiting.plan_code, waiting.schedule, waiting.slot_at
    from emulation.schedule_slots as waiting
    where waiting.plan_code = @plan_code
      and waiting.schedule = any (@schedules)
      and waiting.state in ('due', 'failed')
      and waiting.slot_at <= @now
      and (waiting.lease_until is null or waiting.lease_until < clock_timestamp())
      and (waiting.retry_at is null or waiting.retry_at <= clock_timestamp())
      and (waiting.not_before is null or waiting.not_before <= @now)
      and not exists (
          select from emulation.standing_pauses as pause
          where pause.plan_code = waiting.plan_code and pause.schedule = waiting.schedule and pause.ends_at > @now
      )
    order by waiting.slot_at, waiting.schedule
    limit 1
    for update skip locked
) as oldest
where slot.plan_code = oldest.plan_code and slot.schedule = oldest.schedule and slot.slot_at = oldest.slot_at
returning slot.schedule, slot.slot_at, slot.period_code, slot.lease_number, slot.attempts, slot.mailing = 'hold' as holds_mail
