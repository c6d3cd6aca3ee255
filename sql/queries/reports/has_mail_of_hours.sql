-- One row: whether a mail that keeps to the plan's mail hours waits.
-- Parameters: none
-- Columns: is_there boolean
-- Rule: only then must a sender know the hours (docs/adr/0030-mail-hours.md)
select exists (select from emulation.deliveries where state = 'queued' and keeps_mail_hours) as is_there
