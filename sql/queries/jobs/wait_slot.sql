-- no rows: a slot's action asks to be called again later; that is no fault and no attempt
-- @plan_code text; @schedule text; @slot_at timestamptz; @lease_number int; @not_before timestamptz (the host's clock); @waits_for text
-- one row affected while the lease is the caller's, none after another host took over
-- e.g. a score card waits for its closing, a reminder for the morning (ADR 0024)
update emulation.schedule_slots
set not_before = @not_before, waits_for = @waits_for, attempts = attempts - 1, lease_owner = null, lease_until = null
where plan_code = @plan_code and schedule = @schedule and slot_at = @slot_at
  and lease_number = @lease_number and state in ('due', 'failed')
