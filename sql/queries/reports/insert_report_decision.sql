-- One row: the decision just written down; none if there is no such report.
-- Parameters: report_id bigint; decision, reason (null for a release), decided_by text; now timestamptz
-- Columns: report_decision_id bigint
-- Rule: who held, released or repeated a report is on record (docs/adr/0023-hold-release-bounces.md)
insert into emulation.report_decisions (report_id, decision, reason, decided_by, decided_at)
select report.report_id, @decision, @reason, @decided_by, @now
from emulation.reports as report
where report.report_id = @report_id
returning report_decision_id
