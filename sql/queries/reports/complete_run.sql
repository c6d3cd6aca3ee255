-- One row: the run with its frozen result.
-- Parameters: run_id bigint, inputs_hash bytea, result bytea, result_hash bytea
-- Columns: none
-- Rule: docs/adr/0006-runs-and-closing.md
update emulation.runs
set inputs_hash = @inputs_hash, result = @result, result_hash = @result_hash
where run_id = @run_id and result is null
