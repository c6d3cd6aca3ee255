-- one row: the mail body of a report
-- @report_id bigint
-- subject text, html text
-- shown in a sandboxed frame (design.md §12.10)
select report.subject, report.html from emulation.reports as report where report.report_id = @report_id
