-- One row: a cell of a report's workbook that prints a value.
-- Parameters: report_id bigint; sheets, cells, addresses text[] (parallel; an address is part;unit;code;column)
-- Columns: none
-- Rule: docs/adr/0020-lineage.md
insert into emulation.report_cells (report_id, sheet, cell, address)
select @report_id, sheet, cell, address
from unnest(@sheets::text[], @cells::text[], @addresses::text[]) as printed (sheet, cell, address)
