-- One row: what a unit explains beside a figure of the version that counts.
-- Parameters: period_id int
-- Columns: unit_id int, indicator_id int, form text, submission_id bigint, version int, value numeric (null if the figure is no number), source_row int, explanation text; in order of unit, form, row
-- Rule: an explanation given beside the figure travels on with it (docs/formats/forms.md)
select
    explained.unit_id, explained.indicator_id, version.form, explained.submission_id, version.version_number as version, figure.value,
    explained.source_row, explained.explanation
from emulation.explanations explained
join emulation.submission_versions version
    on version.submission_id = explained.submission_id and version.unit_id = explained.unit_id and version.period_id = explained.period_id
left join emulation.figures figure
    on figure.submission_id = explained.submission_id and figure.unit_id = explained.unit_id
        and figure.indicator_id = explained.indicator_id and figure.period_id = explained.period_id
where version.is_current and explained.period_id = @period_id
order by explained.unit_id, version.form, explained.source_row
