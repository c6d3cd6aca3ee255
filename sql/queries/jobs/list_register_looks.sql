-- one row: the newest look at each period
-- @plan_code text
-- register_look_id bigint; period_code text; asked_by text; asked_at, ended_at timestamptz (null while under way); run_id bigint (null if under way or failed); the newest first
-- what the register's page says of computing again (ADR 0027)
select register_look_id, period_code, asked_by, asked_at, ended_at, run_id
from (
    select distinct on (look.period_id)
        look.register_look_id, period.code as period_code, look.asked_by, look.asked_at, look.ended_at, look.run_id
    from emulation.register_looks as look
    join emulation.periods as period using (period_id)
    where look.plan_code = @plan_code
    order by look.period_id, look.register_look_id desc
) as newest
order by register_look_id desc
