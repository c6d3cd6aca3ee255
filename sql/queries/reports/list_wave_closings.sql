-- One row: a closing of a period, with its reopening if it binds no longer.
-- Parameters: plan_code text, period_id int
-- Columns: edition int, run_id bigint, result_hash bytea, closed_at timestamptz, closed_by text, reason, asked_by, approved_by text, approved_at timestamptz (the last four null while it binds); by edition
-- Rule: each closing stays as it was (docs/adr/0015-reopening.md)
select
    closing.edition, closing.run_id, run.result_hash, closing.closed_at, closing.closed_by,
    reopening.reason, reopening.asked_by, reopening.approved_by, reopening.approved_at
from emulation.wave_closings as closing
join emulation.runs as run using (run_id)
left join emulation.wave_reopenings as reopening using (wave_closing_id)
where closing.plan_code = @plan_code and closing.period_id = @period_id
order by closing.edition
