-- one row: an order that nobody carries out
-- @plan_code text; @idle_since timestamptz (asked for or begun before it, and not over)
-- wave_order_id bigint; in order
-- the row decides, the queue reminds: what was lost on the way is found by the sweep (ADR 0001)
select wave_order_id
from emulation.wave_orders
where plan_code = @plan_code and ended_at is null and coalesce(begun_at, asked_at) < @idle_since
order by wave_order_id
