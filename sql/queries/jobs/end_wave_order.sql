-- no rows: the order is over
-- @wave_order_id bigint; @now timestamptz; @outcome text; @lines jsonb (null if no check list was made); @undecided int
-- no columns
-- what came first stands (ADR 0027)
update emulation.wave_orders
set ended_at = @now, outcome = @outcome, lines = @lines, undecided = @undecided
where wave_order_id = @wave_order_id and ended_at is null
