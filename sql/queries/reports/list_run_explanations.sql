-- One row: what a unit explains beside a figure that the run counted.
-- Parameters: run_id bigint
-- Columns: unit_id int, indicator_id int, form text, submission_id bigint, version int, value numeric (null if the figure is no number), source_row int, explanation text; in order of unit, form, row
-- Rule: a report shows the explanations of the versions its run counted, not of later ones (docs/adr/0006)
select
    explained.unit_id, explained.indicator_id, input.form, explained.submission_id, input.version_number as version, figure.value,
    explained.source_row, explained.explanation
from emulation.run_inputs input
join emulation.explanations explained
    on explained.submission_id = input.submission_id and explained.unit_id = input.unit_id and explained.period_id = input.period_id
left join emulation.figures figure
    on figure.submission_id = explained.submission_id and figure.unit_id = explained.unit_id
        and figure.indicator_id = explained.indicator_id and figure.period_id = explained.period_id
where input.run_id = @run_id
order by explained.unit_id, input.form, explained.source_row
