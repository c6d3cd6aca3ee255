-- One row: an input of a run, with the hash of the file it stands in.
-- Parameters: run_id bigint
-- Columns: unit_id, form, period_id, version_number, first_received_at, file_hash; no order (the caller sorts by code)
-- Rule: docs/adr/0006-runs-and-closing.md
select i.unit_id, i.form, i.period_id, i.version_number, i.first_received_at, s.file_hash
from emulation.run_inputs i
join emulation.submissions s using (submission_id)
where i.run_id = @run_id
