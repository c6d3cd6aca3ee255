-- One row: a report that is still held though its send time has passed, and of which the owner does not know yet.
-- Parameters: now timestamptz
-- Columns: report_id bigint, subject text, send_at timestamptz; in order of id
-- Rule: silence that keeps a report must be heard (docs/adr/0023-hold-release-bounces.md)
select report.report_id, report.subject, waiting.send_at
from emulation.report_releases as waiting
join emulation.reports as report on report.report_id = waiting.report_id
where
    waiting.send_at <= @now
    and waiting.owner_told_at is null
    and exists (select from emulation.deliveries as delivery where delivery.report_id = report.report_id and delivery.is_held_with_report)
order by report.report_id
