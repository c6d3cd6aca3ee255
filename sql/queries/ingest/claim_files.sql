-- One row: a dropped file that got a submission of its own by this statement, in order of id.
-- @plan_code text, @seen_at timestamptz, and arrays of equal length: @folders text[], @unit_ids int[], @names text[], @name_bytes bytea[], @inodes bigint[], @sizes bigint[]
-- submission_id bigint
-- ADR 0004: one open claim per path; a file counts as seen when it was first sighted, unless another file has taken its name since.
with dropped as (
    select *
    from unnest(@folders, @unit_ids, @names, @name_bytes, @inodes, @sizes)
        with ordinality as dropped (folder, unit_id, file_name, file_name_bytes, inode, file_size, place)
),
sighted as (
    delete from emulation.sightings
    using dropped
    where sightings.folder = dropped.folder and sightings.file_name_bytes = dropped.file_name_bytes
    returning sightings.folder, sightings.file_name_bytes, sightings.inode, sightings.seen_at
)
insert into emulation.submissions (plan_code, unit_id, folder, file_name, file_name_bytes, file_size, seen_at)
select @plan_code, dropped.unit_id, dropped.folder, dropped.file_name, dropped.file_name_bytes, dropped.file_size, coalesce(sighted.seen_at, @seen_at)
from dropped
left join sighted
    on sighted.folder = dropped.folder and sighted.file_name_bytes = dropped.file_name_bytes and sighted.inode = dropped.inode
order by dropped.place
on conflict (folder, file_name_bytes) where left_inbox_at is null do nothing
returning submission_id
