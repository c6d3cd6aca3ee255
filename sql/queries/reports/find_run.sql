-- One row: a complete run; none if there is no such run.
-- Parameters: run_id bigint
-- Columns: run_id, plan_version_id, kind, data_as_of, inputs_hash, result, result_hash, closed_at and closed_by (null if it closed nothing)
-- Rule: docs/adr/0006-runs-and-closing.md
select r.run_id, r.plan_version_id, r.kind, r.data_as_of, r.inputs_hash, emulation.run_result(r.run_id) as result, r.result_hash, c.closed_at, c.closed_by
from emulation.runs r
left join emulation.wave_closings c using (run_id)
where r.run_id = @run_id and r.result_hash is not null
