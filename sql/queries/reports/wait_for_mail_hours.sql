-- One row per mail that would go now and waits until the plan's mail hours begin.
-- Parameters: now timestamptz; opening timestamptz (when they begin)
-- Columns: delivery_id bigint
-- Rule: reminders are mailed in the hours of working days only, also when they are tried again (docs/adr/0030-mail-hours.md)
update emulation.deliveries
set next_attempt_at = @opening
where state = 'queued' and keeps_mail_hours and next_attempt_at <= @now
returning delivery_id
