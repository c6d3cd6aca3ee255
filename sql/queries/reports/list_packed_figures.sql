-- One row: a frozen input of a run in a form of figures, with what its file says packed into one value.
-- Parameters: run_id bigint, forms text[], period_ids int[] (of what is added up)
-- Columns: unit_id, form, period_id, figures (bytea; null if the file was stored before figures were packed); by unit_id
-- Rule: docs/adr/0025-packed-figures.md. Inputs stand in order of their unit in their own primary key, and each finds its packed row by the
--   key of that table (prefer_looping): nothing is sorted or held, however long the run.
select i.unit_id, i.form, i.period_id, p.figures
from emulation.run_inputs i
left join emulation.packed_figures p using (submission_id, unit_id, period_id)
where i.run_id = @run_id and i.form = any (@forms) and i.period_id = any (@period_ids)
order by i.unit_id
