-- One row: what identifies the newest complete run of a kind over a period; none if there was none.
-- Parameters: period_id int, kind text
-- Columns: run_id, plan_version_id, data_as_of, result_hash
-- Rule: docs/adr/0006-runs-and-closing.md
select run_id, plan_version_id, data_as_of, result_hash
from emulation.runs
where period_id = @period_id and kind = @kind and result_hash is not null
order by run_id desc
limit 1
