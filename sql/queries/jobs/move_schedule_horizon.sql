-- no rows: slots up to now have been written down
-- @plan_code text; @now timestamptz (the host's clock)
-- nothing is returned; a clock that went back does not move the horizon back, so no slot is repeated
-- follows plan_slots in the transaction that holds lock_schedule_horizon (ADR 0001)
update emulation.schedule_horizons set planned_until = greatest(planned_until, @now) where plan_code = @plan_code
