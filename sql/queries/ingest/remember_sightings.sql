-- No rows: files seen and not yet taken are remembered with the instant they were first seen.
-- @seen_at timestamptz, and arrays of equal length: @folders text[], @name_bytes bytea[], @inodes bigint[]
-- no columns
-- design §9: what counts is when we first saw a file, not when our process was well enough to take it.
insert into emulation.sightings as known (folder, file_name_bytes, inode, seen_at)
select folder, file_name_bytes, inode, @seen_at
from unnest(@folders, @name_bytes, @inodes) as seen (folder, file_name_bytes, inode)
on conflict (folder, file_name_bytes) do update
set inode = excluded.inode, seen_at = excluded.seen_at
where known.inode <> excluded.inode or excluded.seen_at < known.seen_at
