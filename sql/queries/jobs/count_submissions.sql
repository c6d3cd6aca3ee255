-- one row: how many files are in a state
-- @plan_code text
-- state text, files int; in ordinal order of state
-- expected files show up in exactly one of these (design.md §12)
select submission.state, count(*)::int as files
from emulation.submissions as submission
where submission.plan_code = @plan_code
group by submission.state
order by submission.state collate "C"
