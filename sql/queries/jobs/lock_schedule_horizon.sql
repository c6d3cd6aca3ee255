-- one row: up to which instant the plan's slots have been written down; made at the first look
-- @plan_code text; @now timestamptz (the host's clock)
-- planned_until timestamptz not null
-- two hosts plan one after the other: the row stays locked until the end of the transaction (ADR 0001)
insert into emulation.schedule_horizons as horizon (plan_code, began_at, planned_until)
values (@plan_code, @now, @now)
on conflict (plan_code) do update set planned_until = horizon.planned_until
returning planned_until
