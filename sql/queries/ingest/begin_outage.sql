-- No rows: an outage of that kind is on record, unless one is already.
-- @kind text, @at timestamptz
-- no columns; the number of rows says whether it is news
-- reliability F41: a share that cannot be read is never "no files".
insert into emulation.outages (kind, began_at) values (@kind, @at) on conflict (kind) where ended_at is null do nothing
