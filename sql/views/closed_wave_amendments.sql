-- One row: a form of a unit accepted after a period was closed, where the closing run counted another version or none.
-- Parameters: none
-- Columns: plan_code, period_id (closed), unit_id, form, amended_period_id, counted_version (null if none), newest_version, submission_id, received_at
-- Rule: docs/adr/0006-runs-and-closing.md; a closed result never changes, so what came later is listed here
create or replace view emulation.closed_wave_amendments as
with
closed as (
    select c.plan_code, c.period_id, c.run_id, p.plan_family, p.from_on, p.to_on
    from emulation.wave_closings c
    join emulation.periods p using (period_id)
)

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
from closed c
join emulation.periods p on p.plan_family = c.plan_family and p.to_on between c.from_on and c.to_on
join emulation.submission_versions v on v.period_id = p.period_id and v.is_current
left join emulation.run_inputs i
    on i.run_id = c.run_id and i.unit_id = v.unit_id and i.form = v.form and i.period_id = v.period_id
where v.submission_id is distinct from i.submission_id
