-- no rows: a host that is stopping gives a slot back unfinished
-- @plan_code text; @schedule text; @slot_at timestamptz; @lease_number int
-- one row affected while the lease is the caller's
-- the next host runs it at once instead of waiting for the lease to end (ADR 0001)
update emulation.schedule_slots
set lease_owner = null, lease_until = null, attempts = attempts - 1
where plan_code = @plan_code and schedule = @schedule and slot_at = @slot_at
  and lease_number = @lease_number and state in ('due', 'failed')
