-- One row: the workbook of a report.
-- Parameters: report_id bigint
-- Columns: workbook_name text, workbook bytea
-- Rule: the bytes are made once, when the report is published (docs/adr/0007-delivery.md)
select workbook_name, workbook
from emulation.reports
where report_id = @report_id
