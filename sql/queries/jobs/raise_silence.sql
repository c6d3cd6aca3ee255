-- one row: the alarm for a tick that fell silent; none if it was told of before, or the tick is well
-- @plan_code text; @name text (the heartbeat); @longest interval; @now timestamptz (the host's clock)
-- schedule_alarm_id bigint
-- once a silence: its slot is the last beat, by the database's clock (ADR 0024)
insert into emulation.schedule_alarms (plan_code, schedule, slot_at, kind, said, raised_at)
select @plan_code, beat.name, beat.beat_at, 'silent', beat.host, @now
from emulation.heartbeats as beat
where beat.name = @name and beat.beat_at < clock_timestamp() - @longest
on conflict on constraint one_alarm_per_slot_and_kind do nothing
returning schedule_alarm_id
