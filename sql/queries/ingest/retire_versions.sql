-- No rows: what counted until now counts no more.
-- Arrays of equal length: @unit_ids int[], @forms text[], @period_ids int[]
-- no columns
-- ADR 0003: figures stay as they are; only this mark moves.
update emulation.submission_versions as version
set is_current = false
from unnest(@unit_ids, @forms, @period_ids) as replaced (unit_id, form, period_id)
where version.unit_id = replaced.unit_id and version.form = replaced.form and version.period_id = replaced.period_id and version.is_current
