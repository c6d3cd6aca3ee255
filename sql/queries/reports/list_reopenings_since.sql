-- One row: a reopening between the closing that a run made and the closing that binds; of a run that made none, the last reopening.
-- Parameters: plan_code text, period_id int, run_id bigint
-- Columns: reason, asked_by text, asked_at timestamptz, approved_by text, approved_at timestamptz; in order of time
-- Rule: a re-issue says what it replaces, why, and who let it happen (docs/adr/0015-reopening.md)
select reopening.reason, reopening.asked_by, request.asked_at, reopening.approved_by, reopening.approved_at
from emulation.binding_closings as closing
join emulation.wave_closings as earlier
    on earlier.plan_code = closing.plan_code and earlier.period_id = closing.period_id and earlier.edition < closing.edition
join emulation.wave_reopenings as reopening on reopening.wave_closing_id = earlier.wave_closing_id
join emulation.wave_reopening_requests as request using (wave_reopening_request_id)
where closing.plan_code = @plan_code and closing.period_id = @period_id
    and earlier.edition >= coalesce(
        (select min(made.edition) from emulation.wave_closings as made
         where made.plan_code = closing.plan_code and made.period_id = closing.period_id and made.run_id = @run_id),
        closing.edition - 1)
order by earlier.edition
