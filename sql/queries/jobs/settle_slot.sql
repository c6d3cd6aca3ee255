-- no rows: a slot comes to its end
-- @plan_code text; @schedule text; @slot_at timestamptz; @lease_number int; @state text (done or missed); @now timestamptz; @outcome text
-- one row affected while the lease is the caller's, none after another host took over
-- fencing: only the newest lease may settle (ADR 0001)
update emulation.schedule_slots
set state = @state, settled_at = @now, outcome = @outcome, fault = null, lease_owner = null, lease_until = null, retry_at = null,
    not_before = null, waits_for = null
where plan_code = @plan_code and schedule = @schedule and slot_at = @slot_at
  and lease_number = @lease_number and state in ('due', 'failed')
