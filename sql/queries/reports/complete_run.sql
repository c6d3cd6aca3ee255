-- One row: the run whose result is stored in its pieces.
-- Parameters: run_id bigint, inputs_hash bytea, result_hash bytea
-- Columns: none
-- Rule: docs/adr/0006-runs-and-closing.md
update emulation.runs
set inputs_hash = @inputs_hash, result_hash = @result_hash
where run_id = @run_id and result_hash is null
