-- One row: a figure that a run counted, of some of its units and indicators, with its cell.
-- Parameters: run_id bigint, unit_ids int[], indicator_ids int[]
-- Columns: unit_id, indicator_id, form, period_id, state, value, estimated, numerator, denominator, data_as_of (null if the file does not say), submission_id, source_sheet, source_row, source_column; no order
-- Rule: docs/adr/0019-mismatch-register.md: what is compared is what the run counted
select
    f.unit_id, f.indicator_id, i.form, f.period_id, f.state, f.value, f.estimated, f.numerator, f.denominator, s.data_as_of,
    f.submission_id, f.source_sheet, f.source_row, f.source_column
from emulation.run_inputs i
join emulation.figures f using (submission_id, unit_id, period_id)
join emulation.submissions s on s.submission_id = f.submission_id
where
    -- By array, so that the index on submissions can be used where they are few among many.
    f.submission_id = any (array(
        select submission_id from emulation.run_inputs where run_id = @run_id and unit_id = any (@unit_ids) and form in ('figures', 'wave-report')))
    and i.run_id = @run_id and i.unit_id = any (@unit_ids) and f.indicator_id = any (@indicator_ids) and i.form in ('figures', 'wave-report')
