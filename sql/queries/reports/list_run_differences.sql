-- One row: a form of a unit that two runs counted in different versions.
-- Parameters: before bigint, now bigint (runs)
-- Columns: unit_id int, form text, period_id int, version_before, version_now int (null if nothing was counted); by unit, form, period
-- Rule: a corrigendum says why ranks changed (docs/adr/0015-reopening.md)
select
    coalesce(earlier.unit_id, later.unit_id) as unit_id,
    coalesce(earlier.form, later.form) as form,
    coalesce(earlier.period_id, later.period_id) as period_id,
    earlier.version_number as version_before,
    later.version_number as version_now
from (select * from emulation.run_inputs where run_id = @before) as earlier
full join (select * from emulation.run_inputs where run_id = @now) as later
    on later.unit_id = earlier.unit_id and later.form = earlier.form and later.period_id = earlier.period_id
where earlier.submission_id is distinct from later.submission_id
order by unit_id, form, period_id
