-- One row: whose value a cell of a report's workbook prints; none if it prints no value, or the report was made before cells were noted.
-- Parameters: report_id bigint, sheet text, cell text
-- Columns: address text (part;unit;code;column)
-- Rule: docs/adr/0020-lineage.md
select c.address
from emulation.report_cells c
where c.report_id = @report_id and c.sheet = @sheet and c.cell = @cell
