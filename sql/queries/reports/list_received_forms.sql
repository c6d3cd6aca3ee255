-- One row: a form that came from a unit for a period, accepted or not.
-- Parameters: unit_ids int[]
-- Columns: unit_id int, form text, period_id int, first_received_at timestamptz (null if no version was accepted), version int (0 then); in order of unit, form, period
-- Rule: what was refused and never accepted "needs fixing" (docs/adr/0006); what its unit took back never came (docs/adr/0011)
select v.unit_id, v.form, v.period_id, min(v.received_at) as first_received_at, max(v.version_number) as version
from emulation.submission_versions v
where v.unit_id = any (@unit_ids) and v.withdrawn_by is null
group by v.unit_id, v.form, v.period_id

union all

select distinct s.unit_id, s.form, s.period_id, null::timestamptz, 0
from emulation.submissions s
where
    s.state in ('rejected', 'quarantined')
    and s.form is not null
    and s.period_id is not null
    and s.unit_id = any (@unit_ids)
    and not exists (
        select
        from emulation.submission_versions v
        where v.unit_id = s.unit_id and v.form = s.form and v.period_id = s.period_id and v.withdrawn_by is null
    )
order by unit_id, form, period_id
