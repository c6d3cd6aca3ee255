-- One row: the newest complete run of a kind over a period; none if there was none.
-- Parameters: period_id int, kind text
-- Columns: run_id, plan_version_id, kind, data_as_of, inputs_hash, result, result_hash, closed_at (null), closed_by (null)
-- Rule: docs/adr/0006-runs-and-closing.md
select run_id, plan_version_id, kind, data_as_of, inputs_hash, emulation.run_result(run_id) as result, result_hash, null::timestamptz as closed_at, null::text as closed_by
from emulation.runs
where period_id = @period_id and kind = @kind and result_hash is not null
order by run_id desc
limit 1
