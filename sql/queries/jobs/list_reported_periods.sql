-- one row: a period that has a report
-- @plan_code text
-- code text; in order
-- back-filling looks for those that have none (ADR 0024)
select distinct period.code
from emulation.reports as report
join emulation.periods as period using (period_id)
where report.plan_code = @plan_code
order by period.code
