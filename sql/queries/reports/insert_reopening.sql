-- One row: the closing is reopened; none if the request is not about the closing that binds, or was declined.
-- Parameters: wave_reopening_request_id bigint, plan_code text, period_id int, approved_by text, approved_at timestamptz
-- Columns: wave_closing_id bigint; fails on a_second_person_approves if it is the same person
-- Rule: docs/adr/0015-reopening.md
insert into emulation.wave_reopenings (wave_closing_id, wave_reopening_request_id, reason, asked_by, approved_by, approved_at)
select closing.wave_closing_id, request.wave_reopening_request_id, request.reason, request.asked_by, @approved_by, @approved_at
from emulation.wave_reopening_requests as request
join emulation.binding_closings as closing using (wave_closing_id)
where request.wave_reopening_request_id = @wave_reopening_request_id
    and closing.plan_code = @plan_code
    and closing.period_id = @period_id
    and not exists (
        select from emulation.wave_reopening_refusals as refusal
        where refusal.wave_reopening_request_id = request.wave_reopening_request_id
    )
returning wave_closing_id
