-- One row: the period is closed by this run.
-- Parameters: plan_code text, period_id int, run_id bigint, closed_at timestamptz, closed_by text
-- Columns: none; a second closing fails on a_period_is_closed_once
-- Rule: docs/adr/0006-runs-and-closing.md
insert into emulation.wave_closings (plan_code, period_id, run_id, closed_at, closed_by)
values (@plan_code, @period_id, @run_id, @closed_at, @closed_by)
