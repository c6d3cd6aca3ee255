-- One row: a time when the share could not be read, now over.
-- no parameters
-- began_at, ended_at timestamptz; in order of time
-- docs/adr/0006-runs-and-closing.md: a due day that ended in an outage is held open until the outage is over.
select began_at, ended_at
from emulation.outages
where ended_at is not null
order by began_at, outage_id
