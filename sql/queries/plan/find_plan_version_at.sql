-- at most one row: the newest version that holds at that instant
-- @plan_code text, @instant timestamptz
-- plan_version_id bigint, time_zone text
-- the day is the plan's own: its time zone stands beside the version
select plan_version_id, time_zone
from emulation.plan_versions
where plan_code = @plan_code
  and holds_from <= (@instant at time zone time_zone)::date
order by version_number desc
limit 1;
