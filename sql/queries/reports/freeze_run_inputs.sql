-- One row: a form of a unit for a period, in the version that counts now, becomes an input of the run.
-- Parameters: run_id bigint (its scope is frozen), unit_ids int[]
-- Columns: none
-- Rule: docs/adr/0006-runs-and-closing.md; lateness is measured by the first accepted version
with
looked_at as (
    select form, period_id
    from emulation.run_scopes
    where run_id = @run_id
),

versions as (
    select v.*, min(v.received_at) over (partition by v.unit_id, v.form, v.period_id) as first_received_at
    from emulation.submission_versions v
    join looked_at using (form, period_id)
    where v.unit_id = any (@unit_ids) and v.withdrawn_by is null
)

insert into emulation.run_inputs (run_id, unit_id, form, period_id, submission_id, version_number, received_at, first_received_at)
select @run_id, unit_id, form, period_id, submission_id, version_number, received_at, first_received_at
from versions
where is_current
