-- One row: a complete run, without its result; none if there is no such run.
-- Parameters: run_id bigint
-- Columns: run_id, plan_version_id, data_as_of
-- Rule: docs/adr/0006-runs-and-closing.md
select run_id, plan_version_id, data_as_of from emulation.runs where run_id = @run_id and result_hash is not null
