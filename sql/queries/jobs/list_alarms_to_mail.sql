-- one row: an alarm of a mail that has been begun and not been queued
-- @plan_code text
-- mail_key text, schedule text, slot_at timestamptz, period_code text or null, kind text, said text or null; by mail and alarm
-- one mail tells of many alarms: never a flood (ADR 0024)
select alarm.mail_key, alarm.schedule, alarm.slot_at, slot.period_code, alarm.kind, alarm.said
from emulation.schedule_alarms as alarm
left join emulation.schedule_slots as slot on slot.plan_code = alarm.plan_code and slot.schedule = alarm.schedule and slot.slot_at = alarm.slot_at
where alarm.plan_code = @plan_code and alarm.mail_key is not null and alarm.mailed_at is null
order by alarm.mail_key collate "C", alarm.schedule_alarm_id
