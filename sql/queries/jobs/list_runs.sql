-- one row: the newest finished run of a period, the closing run where the period is closed
-- @plan_code text
-- run_id bigint, period_code text, kind text, computed_at timestamptz, data_as_of timestamptz, result_hash bytea, closed_at timestamptz or null, units int; by the period's last day, then waves before the year
-- a closed period shows what was closed, whatever was computed since (design.md §12.6)
select distinct on (period.to_on, period.kind, period.code)
       run.run_id, period.code as period_code, run.kind, run.computed_at, run.data_as_of, run.result_hash, closing.closed_at,
       (select count(*) from emulation.unit_results as result where result.run_id = run.run_id)::int as units
from emulation.runs as run
join emulation.plan_versions as version on version.plan_version_id = run.plan_version_id and version.plan_code = @plan_code
join emulation.periods as period on period.period_id = run.period_id
left join emulation.binding_closings as closing on closing.run_id = run.run_id
where run.result_hash is not null
order by period.to_on, period.kind, period.code, (closing.run_id is not null) desc, run.run_id desc
