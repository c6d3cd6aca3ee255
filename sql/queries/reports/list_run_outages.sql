-- One row: a time when we took no files, as the run knew it.
-- Parameters: run_id bigint
-- Columns: began_at, ended_at (null if it still lasted then); in order of time
-- Rule: docs/adr/0006-runs-and-closing.md; lateness of those hours is ours
select outage.began_at, known.ended_at
from emulation.run_outages as known
join emulation.outages as outage using (outage_id)
where known.run_id = @run_id
order by outage.began_at, outage_id
