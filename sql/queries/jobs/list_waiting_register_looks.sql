-- one row: a look that nobody carries out
-- @plan_code text; @idle_since timestamptz (asked for or begun before it, and not over)
-- register_look_id bigint; in order
-- the row decides, the queue reminds: what was lost on the way is found by the sweep (ADR 0001)
select register_look_id
from emulation.register_looks
where plan_code = @plan_code and ended_at is null and coalesce(begun_at, asked_at) < @idle_since
order by register_look_id
