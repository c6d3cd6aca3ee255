-- One row: the files taken so far, and what is waiting at an instant, i.e. what jobs still have to do.
-- Parameters: now timestamptz, the instant by the host's clock.
-- Columns: files, submissions, deliveries, slots (bigint, never null).
-- Rule: the rows are the truth, the queue is a reminder (design.md §5).
select
    (select count(*) from emulation.submissions) as files,
    (select count(*) from emulation.submissions where answered_at is null or left_inbox_at is null) as submissions,
    (select count(*) from emulation.deliveries where state in ('queued', 'sending') and next_attempt_at <= @now) as deliveries,
    (select count(*) from emulation.schedule_slots where state = 'due' and slot_at <= @now) as slots;
