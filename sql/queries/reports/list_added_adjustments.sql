-- One row: a bonus or penalty that a run counted and an earlier one did not.
-- Parameters: before bigint, now bigint (runs)
-- Columns: unit_id int, points numeric, reason text; in order of entry
-- Rule: a corrigendum says why ranks changed (docs/adr/0015-reopening.md)
select adjustment.unit_id, adjustment.points, adjustment.reason
from emulation.run_adjustments as counted
join emulation.score_adjustments as adjustment using (score_adjustment_id)
where counted.run_id = @now
    and not exists (
        select from emulation.run_adjustments as earlier
        where earlier.run_id = @before and earlier.score_adjustment_id = counted.score_adjustment_id)
order by adjustment.score_adjustment_id
