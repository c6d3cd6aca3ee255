-- no rows: a slot's attempt failed, another follows
-- @plan_code text; @schedule text; @slot_at timestamptz; @lease_number int; @delay interval; @fault text
-- one row affected while the lease is the caller's, none after another host took over
-- faults stay visible until an attempt succeeds (ADR 0001)
update emulation.schedule_slots
set state = 'failed', fault = @fault, retry_at = clock_timestamp() + @delay, lease_owner = null, lease_until = null
where plan_code = @plan_code and schedule = @schedule and slot_at = @slot_at
  and lease_number = @lease_number and state in ('due', 'failed')
