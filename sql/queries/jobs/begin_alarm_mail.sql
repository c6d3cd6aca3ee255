-- no rows: the alarms nobody was told of yet are put under one mail
-- @plan_code text; @now timestamptz, @not_since timestamptz (the host's clock): while a mail was sent after @not_since, nothing is done
-- rows affected: the alarms of the new mail
-- the key is fixed before the mail is queued, so that a crash between the two repeats the same mail (ADR 0024)
update emulation.schedule_alarms as alarm
set mail_key = 'alarm:' || @plan_code || ':' || oldest.schedule_alarm_id
from (
    select min(untold.schedule_alarm_id) as schedule_alarm_id
    from emulation.schedule_alarms as untold
    where untold.plan_code = @plan_code and untold.mail_key is null
) as oldest
where alarm.plan_code = @plan_code
  and alarm.mail_key is null
  and alarm.raised_at <= @now
  and not exists (select from emulation.schedule_alarms as told where told.plan_code = @plan_code and told.mailed_at > @not_since)
