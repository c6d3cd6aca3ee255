-- One row: a form of a unit for a period that came, but in no version that could be accepted.
-- Parameters: run_id bigint (its scope is frozen), unit_ids int[]
-- Columns: none
-- Rule: docs/adr/0006-runs-and-closing.md; standing "needs fixing"
insert into emulation.run_refusals (run_id, unit_id, form, period_id)
select distinct @run_id, s.unit_id, s.form, s.period_id
from emulation.submissions s
join emulation.run_scopes c on c.run_id = @run_id and c.form = s.form and c.period_id = s.period_id
where
    s.state in ('rejected', 'quarantined')
    and s.unit_id = any (@unit_ids)
    and not exists (
        select
        from emulation.submission_versions v
        where v.unit_id = s.unit_id and v.form = s.form and v.period_id = s.period_id and v.withdrawn_by is null
    )
