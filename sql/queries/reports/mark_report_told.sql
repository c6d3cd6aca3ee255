-- One row: the report of which the owner has now been told.
-- Parameters: report_id bigint; now timestamptz
-- Columns: report_id bigint
-- Rule: silence that keeps a report must be heard (docs/adr/0023-hold-release-bounces.md)
update emulation.report_releases
set owner_told_at = @now
where report_id = @report_id
returning report_id
