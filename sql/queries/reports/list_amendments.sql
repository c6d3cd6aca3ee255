-- One row: a form that was accepted after its wave was closed and would change what the closing run counted.
-- Parameters: plan_code text, period_id int (the closed period)
-- Columns: unit_id, form, amended_period_id, counted_version (null if nothing was counted), newest_version, submission_id, received_at; in order of arrival
-- Rule: docs/adr/0006-runs-and-closing.md; the closed result stands
select unit_id, form, amended_period_id, counted_version, newest_version, submission_id, received_at
from emulation.closed_wave_amendments
where plan_code = @plan_code and period_id = @period_id
order by received_at, submission_id, unit_id, form, amended_period_id
