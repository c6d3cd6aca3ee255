-- one row: the piece of a run's canonical result that is the outcome of a unit
-- @run_id bigint; @unit_id int
-- bytes bytea
-- every point carries its rule and arithmetic (design.md §7); docs/adr/0032-score-lines-in-the-result.md
select piece.bytes
from emulation.run_pieces as piece
where piece.run_id = @run_id and piece.unit_id = @unit_id
