-- One row: a cell of the workbook of a report made before places were noted, and whose value it prints.
-- Parameters: report_id bigint
-- Columns: sheet text, cell text, address text (part;unit;code;column); by sheet and cell
-- Rule: docs/adr/0020-lineage.md
select c.sheet, c.cell, c.address
from emulation.report_cells c
where c.report_id = @report_id
order by c.sheet, c.cell
