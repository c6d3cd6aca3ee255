-- One row: the period is closed by this run.
-- Parameters: plan_code text, period_id int, run_id bigint, closed_at timestamptz, closed_by text
-- Columns: edition int (1, or one more than the closing that was reopened); a second closer fails on a_period_is_closed_once_an_edition
-- Rule: docs/adr/0006-runs-and-closing.md, docs/adr/0015-reopening.md
insert into emulation.wave_closings (plan_code, period_id, run_id, closed_at, closed_by, edition)
select @plan_code, @period_id, @run_id, @closed_at, @closed_by, 1 + coalesce(max(earlier.edition), 0)
from emulation.wave_closings as earlier
where earlier.plan_code = @plan_code and earlier.period_id = @period_id
returning edition
