-- No rows: initiatives lose their people.
-- @ids bigint[], @row_numbers int[] of equal length, @erased text (what stands instead of the name)
-- no columns
-- ADR 0016
update emulation.initiatives as entry
set author = @erased, co_authors = null
from unnest(@ids, @row_numbers) as erased (submission_id, row_number)
where entry.submission_id = erased.submission_id and entry.row_number = erased.row_number
