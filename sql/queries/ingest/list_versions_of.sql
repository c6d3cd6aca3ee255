-- One row: something an accepted submission is a version of.
-- @submission_id bigint
-- unit_id int, form text, period_id int, version_number int, is_current boolean; in order of unit, form, period
-- docs/adr/0011-answers.md
select unit_id, form, period_id, version_number, is_current
from emulation.submission_versions
where submission_id = @submission_id
order by unit_id, form, period_id
