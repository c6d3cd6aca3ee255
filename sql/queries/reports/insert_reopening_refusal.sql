-- One row: a request to reopen comes to nothing; none if it is not about the closing that binds, or was declined before.
-- Parameters: wave_reopening_request_id bigint, plan_code text, period_id int, reason, declined_by text, declined_at timestamptz
-- Columns: wave_reopening_request_id bigint
-- Rule: docs/adr/0038-publishing-by-page.md
insert into emulation.wave_reopening_refusals (wave_reopening_request_id, reason, declined_by, declined_at)
select request.wave_reopening_request_id, @reason, @declined_by, @declined_at
from emulation.wave_reopening_requests as request
join emulation.binding_closings as closing using (wave_closing_id)
where request.wave_reopening_request_id = @wave_reopening_request_id
    and closing.plan_code = @plan_code
    and closing.period_id = @period_id
on conflict (wave_reopening_request_id) do nothing
returning wave_reopening_request_id
