-- no rows: the look is over
-- @register_look_id bigint; @now timestamptz; @run_id bigint (null if it failed)
-- no columns
-- what came first stands (ADR 0027)
update emulation.register_looks set ended_at = @now, run_id = @run_id where register_look_id = @register_look_id and ended_at is null
