-- One row: a time when the share could not be read, as it was known at the given instant.
-- Parameters: known_at timestamptz
-- Columns: began_at, ended_at (null if it still lasted then); in order of time
-- Rule: docs/adr/0006-runs-and-closing.md; lateness of those hours is ours
select began_at, case when ended_at <= @known_at then ended_at end as ended_at
from emulation.outages
where began_at <= @known_at
order by began_at, outage_id
