-- One row: what the newest provisional run over a wave or the year, while that is open, says of a unit: its own points and nothing of others.
-- Parameters: none
-- Columns: period_id, unit_id, points (rounded by the rule set), plan_version_id, data_as_of
-- Rule: docs/adr/0011-answers.md; a run over a month is no measure of a grade
create or replace view emulation.latest_provisional_points as
select run.period_id, result.unit_id, result.points, run.plan_version_id, run.data_as_of
from emulation.runs as run
join emulation.periods as period using (period_id)
join emulation.unit_results as result using (run_id)
where
    run.kind = 'provisional'
    and run.result_hash is not null
    and period.kind <> 'month'
    and not exists (
        select from emulation.runs as later
        where later.period_id = run.period_id and later.kind = 'provisional' and later.result_hash is not null and later.run_id > run.run_id
    )
    and not exists (select from emulation.binding_closings as closing where closing.period_id = run.period_id)
