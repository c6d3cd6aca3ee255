-- No rows: award proposals lose what tells whose they are.
-- @ids bigint[], @row_numbers int[] of equal length, @erased text (what stands instead of the name)
-- no columns
-- ADR 0016
update emulation.award_proposals as entry
set name = @erased, gender = null, born_on = null, position = null, discipline = null, summary = null, recruited_on = null, completion = null
from unnest(@ids, @row_numbers) as erased (submission_id, row_number)
where entry.submission_id = erased.submission_id and entry.row_number = erased.row_number
