-- at most one row: the newest version that holds on that day
-- @plan_code text, @day date
-- plan_version_id bigint
-- of the versions that hold on a day, the one applied last counts
select plan_version_id
from emulation.plan_versions
where plan_code = @plan_code
  and holds_from <= @day
order by version_number desc
limit 1;
