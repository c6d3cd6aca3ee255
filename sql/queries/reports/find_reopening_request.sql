-- One row: who asked for a reopening; none if there is no such request.
-- Parameters: wave_reopening_request_id bigint
-- Columns: asked_by text
-- Rule: a second person approves (docs/adr/0015-reopening.md)
select request.asked_by
from emulation.wave_reopening_requests as request
where request.wave_reopening_request_id = @wave_reopening_request_id
