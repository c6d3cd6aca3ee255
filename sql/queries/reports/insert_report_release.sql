-- One row: when the report is mailed.
-- Parameters: report_id bigint; send_at timestamptz; if_unanswered text
-- Columns: report_id bigint
-- Rule: the office can look before a report goes out (docs/adr/0023-hold-release-bounces.md)
insert into emulation.report_releases (report_id, send_at, if_unanswered)
values (@report_id, @send_at, @if_unanswered)
returning report_id
