-- no rows: a sign of life
-- @name text; @host text
-- nothing is returned; the database's clock gives the time, one for all hosts
-- a sweep silent for five minutes is an alarm (reliability.md F28)
insert into emulation.heartbeats (name, beat_at, host) values (@name, clock_timestamp(), @host)
on conflict (name) do update set beat_at = excluded.beat_at, host = excluded.host
