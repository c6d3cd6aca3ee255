-- at most one row: the version of that number
-- @plan_code text, @version_number int
-- plan_version_id bigint
-- numbers are given once (version_numbers_are_unique_in_a_plan)
select plan_version_id
from emulation.plan_versions
where plan_code = @plan_code
  and version_number = @version_number;
