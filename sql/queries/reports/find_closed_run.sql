-- One row: the run that closed a period; none if the period is open.
-- Parameters: plan_code text, period_id int
-- Columns: run_id, plan_version_id, kind, data_as_of, inputs_hash, result, result_hash, closed_at, closed_by
-- Rule: docs/adr/0006-runs-and-closing.md
select r.run_id, r.plan_version_id, r.kind, r.data_as_of, r.inputs_hash, emulation.run_result(r.run_id) as result, r.result_hash, c.closed_at, c.closed_by
from emulation.binding_closings c
join emulation.runs r using (run_id)
where c.plan_code = @plan_code and c.period_id = @period_id
