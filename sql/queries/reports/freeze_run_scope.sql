-- One row: a form and period that the run looks at.
-- Parameters: run_id bigint; forms text[] and period_ids int[] (parallel)
-- Columns: none
-- Rule: docs/adr/0006-runs-and-closing.md
insert into emulation.run_scopes (run_id, form, period_id)
select @run_id, form, period_id
from unnest(@forms, @period_ids) as pairs (form, period_id)
