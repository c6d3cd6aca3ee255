-- one row: what waits for a job
-- @plan_code text
-- submissions int: files claimed and not yet answered, or not yet out of the inbox, that no host works on; deliveries int: mails queued or in sending
-- the sweep starts as many drains as there is work for (performance.md)
select
    (select count(*) from emulation.submissions as submission
     where submission.plan_code = @plan_code
       and (submission.answered_at is null or submission.left_inbox_at is null)
       and (submission.lease_until is null or submission.lease_until < now()))::int as submissions,
    (select count(*) from emulation.deliveries as delivery where delivery.state in ('queued', 'sending'))::int as deliveries
