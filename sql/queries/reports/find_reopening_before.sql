-- One row: why the closing before the one that binds was reopened, and the run it rested on; none for a first closing.
-- Parameters: plan_code text, period_id int
-- Columns: run_id bigint (of the closing that was reopened), reason text
-- Rule: a re-issue says what it replaces and why (docs/adr/0015-reopening.md)
select earlier.run_id, reopening.reason
from emulation.binding_closings as closing
join emulation.wave_closings as earlier
    on earlier.plan_code = closing.plan_code and earlier.period_id = closing.period_id and earlier.edition = closing.edition - 1
join emulation.wave_reopenings as reopening on reopening.wave_closing_id = earlier.wave_closing_id
where closing.plan_code = @plan_code and closing.period_id = @period_id
