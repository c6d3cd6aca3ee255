-- One row: somebody asked to reopen the closing that binds; nobody has approved it.
-- Parameters: plan_code text, period_id int
-- Columns: wave_reopening_request_id bigint, reason, asked_by text, asked_at timestamptz, why_declined, declined_by text, declined_at timestamptz (the last three null while it waits); in order of asking
-- Rule: a second person approves (docs/adr/0015-reopening.md)
select
    request.wave_reopening_request_id, request.reason, request.asked_by, request.asked_at,
    refusal.reason as why_declined, refusal.declined_by, refusal.declined_at
from emulation.wave_reopening_requests as request
join emulation.binding_closings as closing using (wave_closing_id)
left join emulation.wave_reopening_refusals as refusal using (wave_reopening_request_id)
where closing.plan_code = @plan_code and closing.period_id = @period_id
order by request.wave_reopening_request_id
