-- One row: a closing that ever was, reopened since or not.
-- Parameters: none
-- Columns: plan_code, period_code, edition, run_id, plan_version_id, is_binding (false once reopened); in order of plan, time of closing and edition
-- Rule: docs/adr/0006-runs-and-closing.md; a reopened closing stays provable (ADR 15)
select
    c.plan_code, p.code as period_code, c.edition, c.run_id, r.plan_version_id,
    exists (select from emulation.binding_closings b where b.wave_closing_id = c.wave_closing_id) as is_binding
from emulation.wave_closings c
join emulation.periods p using (period_id)
join emulation.runs r using (run_id)
order by c.plan_code, c.closed_at, c.wave_closing_id
