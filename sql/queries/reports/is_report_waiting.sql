-- One row: whether mails of a period's newest report still wait for the office.
-- Parameters: plan_code text, period_code text, now timestamptz (the host's clock)
-- Columns: is_waiting boolean
-- Rule: units are not told before those the report is for (docs/adr/0024-calendar.md, docs/adr/0023-hold-release-bounces.md)
select coalesce(bool_or(emulation.report_is_held(newest.report_id) or exists (
    select from emulation.deliveries as delivery
    where delivery.report_id = newest.report_id
      and ((delivery.state = 'held' and delivery.is_held_with_report) or (delivery.state = 'queued' and delivery.attempts = 0 and delivery.next_attempt_at > @now))
)), false) as is_waiting
from (
    select report.report_id
    from emulation.reports as report
    join emulation.periods as period using (period_id)
    where report.plan_code = @plan_code and period.code = @period_code
    order by report.made_at desc, report.report_id desc
    limit 1
) as newest
