-- One row: a closing of a period, with its reopening if it binds no longer, and the report of its result.
-- Parameters: plan_code text, period_id int
-- Columns: edition int, run_id bigint, result_hash bytea, closed_at timestamptz, closed_by text, reason, asked_by, approved_by text, approved_at timestamptz (these four null while it binds), report_id bigint (the newest that tells this result as a closed one; null if there is none); by edition
-- Rule: each closing stays as it was (docs/adr/0015-reopening.md)
select
    closing.edition, closing.run_id, run.result_hash, closing.closed_at, closing.closed_by,
    reopening.reason, reopening.asked_by, reopening.approved_by, reopening.approved_at,
    (
        select max(report.report_id)
        from emulation.reports as report
        join emulation.runs as told using (run_id)
        where report.plan_code = closing.plan_code and report.period_id = closing.period_id
            and report.status <> 'draft' and told.result_hash = run.result_hash
    ) as report_id
from emulation.wave_closings as closing
join emulation.runs as run using (run_id)
left join emulation.wave_reopenings as reopening using (wave_closing_id)
where closing.plan_code = @plan_code and closing.period_id = @period_id
order by closing.edition
