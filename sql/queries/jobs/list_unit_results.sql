-- one row: a unit's outcome in a run
-- @run_id bigint
-- unit_id int, block text, points numeric, bonus numeric, penalty numeric, rank int or null, is_tied boolean, grade text, gates text[]; by block, rank, unit
-- as computed and frozen; nothing is computed here (design.md §12.4)
select result.unit_id, result.block, result.points, result.bonus, result.penalty, result.rank, result.is_tied, result.grade, result.gates
from emulation.unit_results as result
where result.run_id = @run_id
order by result.block collate "C", result.rank nulls last, result.points desc, result.unit_id
