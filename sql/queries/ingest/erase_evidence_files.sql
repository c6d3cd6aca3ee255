-- No rows: evidence files lose their names; that a decision has its evidence, and which, stays.
-- @ids bigint[], @row_numbers int[] of equal length (always 1), @erased text (what stands instead)
-- no columns
-- ADR 0016, 0035: the one change their trigger lets through.
update emulation.evidence_files as entry
set file_name = @erased
from unnest(@ids, @row_numbers) as erased (evidence_file_id, row_number)
where entry.evidence_file_id = erased.evidence_file_id
