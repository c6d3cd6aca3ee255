-- no rows: the lease of a running slot is extended
-- @plan_code text; @schedule text; @slot_at timestamptz; @lease_number int; @lease interval
-- one row affected while the lease is still the caller's, none after another host took over
-- a frozen host must find out that it lost its slot (ADR 0001)
update emulation.schedule_slots
set lease_until = clock_timestamp() + @lease
where plan_code = @plan_code and schedule = @schedule and slot_at = @slot_at
  and lease_number = @lease_number and state in ('due', 'failed')
