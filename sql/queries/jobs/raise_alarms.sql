-- one row: an alarm raised now; a slot and kind that were told of before give none
-- @plan_code text; @now timestamptz, @since timestamptz, @overdue_before timestamptz (the host's clock); @attempts int; @producing text[] (the schedules that owe a product); @reporting text[] (those that owe a report)
-- schedule_alarm_id bigint
-- a slot that is paused, waits by its own wish, is under way or was noted less than two minutes ago is not overdue; one that a pause took is not missed (ADR 0024)
insert into emulation.schedule_alarms (plan_code, schedule, slot_at, kind, said, raised_at)
select sign.plan_code, sign.schedule, sign.slot_at, sign.kind, sign.said, @now
from (
    select slot.plan_code, slot.schedule, slot.slot_at, coalesce(slot.fault, slot.outcome) as said,
        case
            when slot.state = 'failed' and slot.attempts >= @attempts then 'failed'
            when slot.state = 'due' and slot.schedule = any (@producing) and slot.slot_at <= @overdue_before
                and slot.noted_at < clock_timestamp() - interval '2 minutes'
                and (slot.lease_until is null or slot.lease_until < clock_timestamp())
                and (slot.not_before is null or slot.not_before <= @now)
                and not exists (
                    select from emulation.standing_pauses as pause
                    where pause.plan_code = slot.plan_code and pause.schedule = slot.schedule and pause.ends_at > @now
                )
                then 'overdue'
            when slot.state = 'missed' and slot.schedule = any (@producing) and not exists (
                select from emulation.schedule_pauses as pause
                where pause.plan_code = slot.plan_code and pause.schedule = slot.schedule and slot.slot_at >= pause.paused_at and slot.slot_at < pause.ends_at
            ) then 'missed'
            when slot.state = 'done' and slot.schedule = any (@reporting) and not exists (
                select from emulation.reports as report
                join emulation.periods as period using (period_id)
                where report.plan_code = slot.plan_code and period.code = slot.period_code
            ) then 'no-report'
        end as kind
    from emulation.schedule_slots as slot
    where slot.plan_code = @plan_code and slot.slot_at between @since and @now
) as sign
where sign.kind is not null
order by sign.slot_at, sign.schedule
on conflict on constraint one_alarm_per_slot_and_kind do nothing
returning schedule_alarm_id
