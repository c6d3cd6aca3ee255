-- one row a unit, indicator and period that any version of the plan has named
-- @plan_code text
-- kind text ('unit', 'indicator', 'period'), code text, id int; by kind and id
-- ids belong to one plan and all its versions
select 'unit' as kind, code, unit_id as id
from emulation.units
where plan_family = @plan_code
union all
select 'indicator', code, indicator_id
from emulation.indicators
where plan_family = @plan_code
union all
select 'period', code, period_id
from emulation.periods
where plan_family = @plan_code
order by kind, id;
