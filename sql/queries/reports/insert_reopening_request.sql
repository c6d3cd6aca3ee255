-- One row: a person asks to reopen the closing that binds; none if the period is open.
-- Parameters: plan_code text, period_id int, reason text, asked_by text, asked_at timestamptz
-- Columns: wave_reopening_request_id bigint
-- Rule: docs/adr/0015-reopening.md
insert into emulation.wave_reopening_requests (wave_closing_id, reason, asked_by, asked_at)
select closing.wave_closing_id, @reason, @asked_by, @asked_at
from emulation.binding_closings as closing
where closing.plan_code = @plan_code and closing.period_id = @period_id
returning wave_reopening_request_id
