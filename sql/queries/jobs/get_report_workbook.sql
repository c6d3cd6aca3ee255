-- one row: the workbook of a report, as it was mailed
-- @report_id bigint
-- workbook_name text, workbook bytea
-- the stored bytes, not a new rendering (design.md §8)
select report.workbook_name, report.workbook from emulation.reports as report where report.report_id = @report_id
