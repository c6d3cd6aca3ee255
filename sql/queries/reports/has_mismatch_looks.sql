-- One row: whether the run was entered into the register.
-- Parameters: run_id bigint
-- Columns: has_looks
-- Rule: docs/adr/0019-mismatch-register.md: a run is entered once, whole
select exists (select from emulation.mismatch_looks where run_id = @run_id) as has_looks
