-- One row: a figure that a submission gave for a unit and a period.
-- Arrays of equal length: @submission_ids bigint[], @unit_ids int[], @period_ids int[]
-- columns of figures; in no order
-- ADR 0003.
select
    figure.submission_id, figure.unit_id, figure.indicator_id, figure.period_id, figure.state, figure.value, figure.estimated,
    figure.numerator, figure.denominator, figure.on_date, figure.source_sheet, figure.source_row, figure.source_column
from emulation.figures as figure
join unnest(@submission_ids, @unit_ids, @period_ids) as sought (submission_id, unit_id, period_id)
    on figure.submission_id = sought.submission_id and figure.unit_id = sought.unit_id and figure.period_id = sought.period_id
