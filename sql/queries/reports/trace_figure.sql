-- One row: a figure that a run counted, with the cell, the file and the receipt it leads to.
-- Parameters: run_id bigint, unit_id int (null for all units), indicator_id int (null for all indicators of the unit)
-- Columns: indicator_id, form, period_code, submission_id, version_number, state, value, estimated, numerator, denominator, on_date,
--   source_sheet (0 for a text file), source_row, source_column, file_name, file_hash, received_at, receipt_file (null until answered), unit_id;
--   in the order of indicators, forms and time
-- Rule: docs/design: every stored figure leads to its cell
select
    f.indicator_id, i.form, p.code as period_code, i.submission_id, i.version_number, f.state, f.value, f.estimated, f.numerator,
    f.denominator, f.on_date, f.source_sheet, f.source_row, f.source_column, s.file_name, s.file_hash, i.received_at,
    r.file_name as receipt_file, i.unit_id
from emulation.run_inputs i
join emulation.figures f using (submission_id, unit_id, period_id)
join emulation.periods p using (period_id)
join emulation.submissions s using (submission_id)
left join emulation.receipts r using (submission_id)
where i.run_id = @run_id and (@unit_id::int is null or i.unit_id = @unit_id::int) and (@indicator_id::int is null or f.indicator_id = @indicator_id)
order by f.indicator_id, i.form, p.from_on, p.period_id, i.submission_id, f.source_sheet, f.source_row
