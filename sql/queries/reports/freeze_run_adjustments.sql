-- One row: a bonus or penalty entry that the run counts.
-- Parameters: run_id bigint, plan_code text, period_ids int[]
-- Columns: none
-- Rule: docs/adr/0005-scoring.md
insert into emulation.run_adjustments (run_id, score_adjustment_id)
select @run_id, score_adjustment_id
from emulation.score_adjustments
where plan_code = @plan_code and period_id = any (@period_ids)
