-- One row: what came from a unit but could not be accepted when the run was made.
-- Parameters: run_id bigint
-- Columns: unit_id, form, period_id; no order (the caller sorts by code)
-- Rule: docs/adr/0006-runs-and-closing.md
select unit_id, form, period_id
from emulation.run_refusals
where run_id = @run_id
