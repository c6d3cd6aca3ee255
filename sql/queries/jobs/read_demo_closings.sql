-- One row a closed period of a plan.
-- Parameters: plan_code text.
-- Columns: code text, result_hash bytea, units bigint; in the order of closing.
-- Rule: a wave is closed once, under one hash (design.md §7).
select
    period.code,
    run.result_hash,
    (select count(*) from emulation.unit_results as result where result.run_id = run.run_id) as units
from emulation.binding_closings as closing
join emulation.periods as period using (period_id)
join emulation.runs as run using (run_id)
where closing.plan_code = @plan_code
order by closing.wave_closing_id;
