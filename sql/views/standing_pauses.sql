-- One row: a pause of a schedule that nobody has ended early; it is over by itself once ends_at has come.
-- Parameters: none
-- Columns: those of schedule_pauses
-- Rule: docs/adr/0024-calendar.md
create or replace view emulation.standing_pauses as
select pause.schedule_pause_id, pause.plan_code, pause.schedule, pause.reason, pause.paused_by, pause.paused_at, pause.ends_at
from emulation.schedule_pauses as pause
where not exists (select from emulation.schedule_resumptions as resumption where resumption.schedule_pause_id = pause.schedule_pause_id)
