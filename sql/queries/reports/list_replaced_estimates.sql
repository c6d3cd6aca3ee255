-- One row: a figure that held an estimate in an earlier version of a report, beside what the version that counts says now.
-- Parameters: plan_code text, period_id int (null for all)
-- Columns: unit_id, indicator_id, period_id, version_then, value_then, estimated_then, as_of_then (null if not said), version_now, value_now, estimated_now (null if all is actual), as_of_now; of several earlier versions the last with another estimate
-- Rule: docs/adr/0019-mismatch-register.md: an estimate and the actual that replaced it are both kept
select distinct on (earlier.unit_id, earlier.indicator_id, earlier.period_id)
    earlier.unit_id, earlier.indicator_id, earlier.period_id,
    before.version_number as version_then, earlier.value as value_then, earlier.estimated as estimated_then, told.data_as_of as as_of_then,
    counted.version_number as version_now, later.value as value_now, later.estimated as estimated_now, tells.data_as_of as as_of_now
from emulation.submission_versions as counted
join emulation.submissions as tells on tells.submission_id = counted.submission_id
join emulation.submission_versions as before
    on before.unit_id = counted.unit_id and before.form = counted.form and before.period_id = counted.period_id and before.version_number < counted.version_number
join emulation.submissions as told on told.submission_id = before.submission_id
join emulation.figures as earlier
    on earlier.submission_id = before.submission_id and earlier.unit_id = before.unit_id and earlier.period_id = before.period_id
join emulation.figures as later
    on later.submission_id = counted.submission_id and later.unit_id = counted.unit_id and later.period_id = counted.period_id and later.indicator_id = earlier.indicator_id
where
    counted.is_current
    and tells.plan_code = @plan_code
    and (@period_id::int is null or counted.period_id = @period_id)
    and earlier.estimated <> 0
    and later.state = 0
    and coalesce(later.estimated, 0) <> earlier.estimated
order by earlier.unit_id, earlier.indicator_id, earlier.period_id, before.version_number desc
