-- One row: a registration of the version that counts. Personal data.
-- Parameters: plan_code text; period_id int (the plan's year)
-- Columns: unit_id int, is_collective boolean, name text, title_registered, commendation_registered text (null if blank); by unit and row
-- Rule: docs/adr/0014-awards.md
select submission.unit_id, registration.is_collective, registration.name, registration.title_registered, registration.commendation_registered
from emulation.submission_versions as version
join emulation.submissions as submission using (submission_id)
join emulation.registrations as registration using (submission_id)
where submission.plan_code = @plan_code
    and version.form = 'registration'
    and version.period_id = @period_id
    and version.is_current
order by submission.unit_id, registration.submission_id, registration.row_number
