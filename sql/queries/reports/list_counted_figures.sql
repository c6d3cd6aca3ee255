-- One row: a figure that a run counted, of some of its units and indicators, with its cell.
-- Parameters: run_id bigint; unit_ids int[] and indicator_ids int[] (parallel; no pair twice)
-- Columns: unit_id, indicator_id, form, period_id, state, value, estimated, numerator, denominator, data_as_of (null if the file does not say), submission_id, source_sheet, source_row, source_column; no order
-- Rule: docs/adr/0019-mismatch-register.md: what is compared is what the run counted
with counted as materialized (
    select
        submission_id, unit_id, form, period_id,
        (select data_as_of from emulation.submissions where submission_id = run_inputs.submission_id) as data_as_of
    from emulation.run_inputs
    where run_id = @run_id and unit_id = any (@unit_ids) and form in ('figures', 'wave-report')
)

select
    f.unit_id, f.indicator_id, counted.form, f.period_id, f.state, f.value, f.estimated, f.numerator, f.denominator, counted.data_as_of,
    f.submission_id, f.source_sheet, f.source_row, f.source_column
from counted
join emulation.figures as f using (submission_id, unit_id, period_id)
join unnest(@unit_ids, @indicator_ids) as wanted (unit_id, indicator_id) on f.unit_id = wanted.unit_id and f.indicator_id = wanted.indicator_id
-- By array, so that the index on submissions can be used where they are few among many.
where f.submission_id = any (array(select submission_id from counted))
