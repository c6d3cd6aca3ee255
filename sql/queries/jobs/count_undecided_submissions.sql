-- one row: how many files were seen by an instant and have no verdict yet
-- @plan_code text; @seen_by timestamptz
-- undecided int not null
-- a report or closing waits for what was dropped before it (issue: month-end order)
select count(*)::int as undecided
from emulation.submissions as submission
where submission.plan_code = @plan_code and submission.seen_at <= @seen_by and submission.decided_at is null
