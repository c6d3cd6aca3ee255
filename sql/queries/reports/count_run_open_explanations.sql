-- One row: a report that the run counted and that still owes explanations.
-- Parameters: run_id bigint
-- Columns: unit_id int, form text, submission_id bigint, open bigint; in order of unit, form
-- Rule: a figure that asks for an explanation counts all the same; the question stays open until a file answers it (docs/formats/forms.md)
select input.unit_id, input.form, input.submission_id, count(*) as open
from emulation.run_inputs input
join emulation.rejections finding on finding.submission_id = input.submission_id
where input.run_id = @run_id and finding.severity = 'needs-explanation'
group by input.unit_id, input.form, input.submission_id
order by input.unit_id, input.form
