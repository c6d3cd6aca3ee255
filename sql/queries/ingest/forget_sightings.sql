-- No rows: sightings of files that went away untaken are dropped once they are old.
-- @before timestamptz
-- no columns
-- ADR 0004.
delete from emulation.sightings where seen_at < @before
