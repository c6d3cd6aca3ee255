-- One row: a closing that binds: the one by which its period stands closed. A period whose closing was reopened has none until it is closed again.
-- Parameters: none
-- Columns: those of wave_closings
-- Rule: docs/adr/0015-reopening.md
create or replace view emulation.binding_closings as
select closing.wave_closing_id, closing.plan_code, closing.period_id, closing.run_id, closing.closed_at, closing.closed_by, closing.edition
from emulation.wave_closings as closing
where not exists (select from emulation.wave_reopenings as reopening where reopening.wave_closing_id = closing.wave_closing_id)
