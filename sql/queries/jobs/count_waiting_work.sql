-- one row: what waits for a job
-- @plan_code text, @now timestamptz (the host's clock)
-- submissions int: files claimed and not yet answered, or not yet out of the inbox, that no host works on; deliveries int: mails in sending, and those queued whose time has come and whose report is not held
-- the sweep starts as many drains as there is work for (performance.md)
select
    (select count(*) from emulation.submissions as submission
     where submission.plan_code = @plan_code
       and (submission.answered_at is null or submission.left_inbox_at is null)
       and (submission.lease_until is null or submission.lease_until < now()))::int as submissions,
    (select count(*) from emulation.deliveries as delivery
     where delivery.state = 'sending'
        or (delivery.state = 'queued' and delivery.next_attempt_at <= @now and not emulation.report_is_held(delivery.report_id)))::int as deliveries
