-- No rows: explanations lose their words; that something was explained stays.
-- @ids bigint[], @row_numbers int[] of equal length (rows of the files), @erased text (what stands instead)
-- no columns
-- ADR 0016
update emulation.explanations as entry
set explanation = @erased
from unnest(@ids, @row_numbers) as erased (submission_id, row_number)
where entry.submission_id = erased.submission_id and entry.source_row = erased.row_number
