-- One row: a form of a unit that the closing run looked at and that counts now in another version, or counts only now.
-- Parameters: none
-- Columns: plan_code, period_id (closed), unit_id, form, amended_period_id, counted_version (null if none), newest_version, submission_id, received_at
-- Rule: docs/adr/0006-runs-and-closing.md; a closed result never changes, so what came later is listed here
create or replace view emulation.closed_wave_amendments as
select
    c.plan_code,
    c.period_id,
    v.unit_id,
    v.form,
    v.period_id as amended_period_id,
    i.version_number as counted_version,
    v.version_number as newest_version,
    v.submission_id,
    v.received_at
from emulation.binding_closings c
join emulation.run_scopes s using (run_id)
join emulation.submission_versions v on v.form = s.form and v.period_id = s.period_id and v.is_current
left join emulation.run_inputs i
    on i.run_id = c.run_id and i.unit_id = v.unit_id and i.form = v.form and i.period_id = v.period_id
where v.submission_id is distinct from i.submission_id
