-- one row: how many files are in a state
-- @plan_code text
-- state text, files int; in ordinal order of state
-- expected files show up in exactly one of these (design.md §12); what a unit took back counts as withdrawn
select shown.state, count(*)::int as files
from emulation.submissions as submission
cross join lateral (
    select case
        when submission.state = 'accepted'
            and exists (select from emulation.submission_versions as version where version.submission_id = submission.submission_id)
            and not exists (select from emulation.submission_versions as version where version.submission_id = submission.submission_id and version.withdrawn_by is null)
        then 'withdrawn' else submission.state
    end as state
) as shown
where submission.plan_code = @plan_code
group by shown.state
order by shown.state collate "C"
