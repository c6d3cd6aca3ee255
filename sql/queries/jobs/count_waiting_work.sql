-- one row: what waits for a job
-- no parameters
-- submissions int: files claimed and not yet answered that no host works on; deliveries int: mails queued
-- the sweep starts as many drains as there is work for (performance.md)
select
    (select count(*) from emulation.submissions as submission
     where submission.answered_at is null
       and (submission.lease_until is null or submission.lease_until < clock_timestamp()))::int as submissions,
    (select count(*) from emulation.deliveries as delivery where delivery.state in ('queued', 'sending'))::int as deliveries
