-- One row: the submission that counts for what a unit said in a form of figures about a period of the plan.
-- @unit_ids int[], @period_ids int[]
-- unit_id int, form text, period_id int, submission_id bigint; in order of unit, form and period
-- docs/formats/forms.md, Templates: the last accepted figures stand beside the cells to be filled in.
select unit_id, form, period_id, submission_id
from emulation.submission_versions
where is_current and form in ('figures', 'wave-report') and unit_id = any (@unit_ids) and period_id = any (@period_ids)
order by unit_id, form, period_id
