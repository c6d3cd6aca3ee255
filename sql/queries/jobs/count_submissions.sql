-- one row: how many files are in a state
-- @plan_code text
-- state text, files int; in ordinal order of state
-- expected files show up in exactly one of these (design.md §12); what a unit took back counts as withdrawn
select shown.state, count(*)::int as files
from emulation.submissions as submission
join emulation.shown_submissions as shown using (submission_id)
where submission.plan_code = @plan_code
group by shown.state
order by shown.state collate "C"
