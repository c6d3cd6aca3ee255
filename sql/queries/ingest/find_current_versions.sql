-- One row: the newest version of what a unit said in a form about a period, and whether it counts.
-- Arrays of equal length: @unit_ids int[], @forms text[], @period_ids int[]
-- unit_id int, form text, period_id int, version_number int, submission_id bigint, received_at timestamptz, is_current boolean (false: taken back); in no order
-- design §5: a changed file is a new version; docs/adr/0011-answers.md: one taken back keeps its number
select distinct on (version.unit_id, version.form, version.period_id)
    version.unit_id, version.form, version.period_id, version.version_number, version.submission_id, version.received_at, version.is_current
from emulation.submission_versions as version
join unnest(@unit_ids, @forms, @period_ids) as sought (unit_id, form, period_id)
    on version.unit_id = sought.unit_id and version.form = sought.form and version.period_id = sought.period_id
order by version.unit_id, version.form, version.period_id, version.version_number desc
