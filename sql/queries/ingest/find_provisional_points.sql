-- One row: a unit's points in the newest provisional run over an open wave.
-- arrays of equal length: @unit_ids int[], @period_ids int[], @plan_version_ids bigint[]: runs of other versions than the one that holds for the wave, whose grades may differ, are left out
-- unit_id int, period_id int, points numeric, data_as_of timestamptz; no order
-- docs/adr/0011-answers.md: a unit reads its own points only
select standing.unit_id, standing.period_id, standing.points, standing.data_as_of
from emulation.latest_provisional_points as standing
join unnest(@unit_ids, @period_ids, @plan_version_ids) as sought (unit_id, period_id, plan_version_id)
    on standing.unit_id = sought.unit_id and standing.period_id = sought.period_id and standing.plan_version_id = sought.plan_version_id
