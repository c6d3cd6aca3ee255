-- one row: a sign of life and how long ago it was
-- no parameters
-- name text, host text, seconds_ago double precision; by name
-- measured by the database's clock, so that a host with a wrong clock is found out (reliability.md F28)
select beat.name, beat.host, extract(epoch from clock_timestamp() - beat.beat_at)::double precision as seconds_ago
from emulation.heartbeats as beat
order by beat.name collate "C"
