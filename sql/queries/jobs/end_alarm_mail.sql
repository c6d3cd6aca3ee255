-- no rows: the mail that tells of these alarms is queued
-- @plan_code text; @mail_key text; @now timestamptz (the host's clock)
-- rows affected: the alarms of the mail
-- the mail itself is unique by its key (ADR 0007, ADR 0024)
update emulation.schedule_alarms set mailed_at = @now
where plan_code = @plan_code and mail_key = @mail_key and mailed_at is null
