-- one row: the pause just ended; none if the schedule is not paused
-- @plan_code text; @schedule text; @resumed_by text; @now timestamptz (the host's clock)
-- schedule_pause_id bigint
-- what came due meanwhile is caught up by the schedule's rule (ADR 0024)
insert into emulation.schedule_resumptions (schedule_pause_id, resumed_by, resumed_at)
select pause.schedule_pause_id, @resumed_by, @now
from emulation.standing_pauses as pause
where pause.plan_code = @plan_code and pause.schedule = @schedule and pause.ends_at > @now
on conflict (schedule_pause_id) do nothing
returning schedule_pause_id
