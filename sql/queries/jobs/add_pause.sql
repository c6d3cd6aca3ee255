-- one row: the pause just added; none if the schedule is paused already
-- @plan_code text; @schedule text; @reason text; @paused_by text; @now timestamptz (the host's clock); @ends_at timestamptz
-- schedule_pause_id bigint
-- one pause at a time: to change it, resume and pause again (ADR 0024)
insert into emulation.schedule_pauses (plan_code, schedule, reason, paused_by, paused_at, ends_at)
select @plan_code, @schedule, @reason, @paused_by, @now, @ends_at
where not exists (
    select from emulation.standing_pauses as pause
    where pause.plan_code = @plan_code and pause.schedule = @schedule and pause.ends_at > @now
)
returning schedule_pause_id
