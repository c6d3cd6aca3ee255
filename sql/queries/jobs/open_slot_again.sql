-- no rows: a slot of the past is due, whether it was ever written down or not
-- @plan_code text; @schedule text; @slot_at timestamptz; @period_code text; @mailing text (send or hold)
-- one row affected unless somebody works on the slot
-- what it makes is unique by itself, so that a run made again changes nothing (ADR 0001, ADR 0024)
insert into emulation.schedule_slots as slot (plan_code, schedule, slot_at, period_code, mailing)
values (@plan_code, @schedule, @slot_at, @period_code, @mailing)
on conflict (plan_code, schedule, slot_at) do update
set state = 'due', mailing = @mailing, attempts = 0, retry_at = null, not_before = null, waits_for = null, fault = null, settled_at = null, outcome = null,
    noted_at = clock_timestamp()
where slot.lease_until is null or slot.lease_until < clock_timestamp()
