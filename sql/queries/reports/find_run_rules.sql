-- One row: by which rules a run was computed; none if there is no such run.
-- Parameters: run_id bigint
-- Columns: computed_by smallint (null if made before the number was kept)
-- Rule: docs/adr/0033-duties-by-period.md
select computed_by from emulation.runs where run_id = @run_id
