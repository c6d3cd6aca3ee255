-- one row: how many files were seen by an instant and have no verdict yet: claimed ones, and those sighted in the last minutes that are still settling
-- @plan_code text; @seen_by timestamptz
-- undecided int not null
-- a report or closing waits for what was dropped before it; a sighting older than ten minutes is a file that left again or is still being copied
select
    ((select count(*) from emulation.submissions as submission
      where submission.plan_code = @plan_code and submission.seen_at <= @seen_by and submission.decided_at is null)
     + (select count(*) from emulation.sightings as sighting
        where sighting.seen_at <= @seen_by and sighting.seen_at > @seen_by - interval '10 minutes'))::int as undecided
