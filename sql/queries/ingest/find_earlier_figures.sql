-- One row: a value that the wave report which counts gives for a unit and a period.
-- @unit_ids int[]
-- unit_id int, period_id int, indicator_id int, value numeric, estimated numeric (null if all is actual), data_as_of date (null if the report did not say); in no order
-- docs/formats/forms.md: what adds up never falls, from report to report.
select figure.unit_id, figure.period_id, figure.indicator_id, figure.value, figure.estimated, submission.data_as_of
from emulation.submission_versions as version
join emulation.submissions as submission on submission.submission_id = version.submission_id
join emulation.figures as figure
    on figure.submission_id = version.submission_id and figure.unit_id = version.unit_id and figure.period_id = version.period_id
where
    version.is_current
    and version.form = 'wave-report'
    and version.unit_id = any (@unit_ids)
    and figure.value is not null
