-- One row: a unit whose current report of a period still owes explanations.
-- Parameters: period_id int
-- Columns: unit_id int, form text, submission_id bigint, open bigint; in order of unit, form
-- Rule: a figure that asks for an explanation counts all the same; the question stays open until a file answers it (docs/formats/forms.md)
select version.unit_id, version.form, version.submission_id, count(*) as open
from emulation.submission_versions version
join emulation.rejections finding on finding.submission_id = version.submission_id
where version.is_current and version.period_id = @period_id and finding.severity = 'needs-explanation'
group by version.unit_id, version.form, version.submission_id
order by version.unit_id, version.form
