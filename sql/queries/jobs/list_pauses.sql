-- one row: a pause that holds now
-- @plan_code text; @now timestamptz (the host's clock)
-- schedule text, ends_at timestamptz, reason text, paused_by text, paused_at timestamptz; by schedule
-- shown wherever runs are shown (ADR 0024)
select pause.schedule, pause.ends_at, pause.reason, pause.paused_by, pause.paused_at
from emulation.standing_pauses as pause
where pause.plan_code = @plan_code and pause.ends_at > @now
order by pause.schedule collate "C", pause.schedule_pause_id
