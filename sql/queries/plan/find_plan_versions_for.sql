-- one row a day asked for, if any version is in force: the version by which a period that ended on it is computed
-- @plan_code text, @days date[] (last days of periods, distinct), @instant timestamptz (now)
-- day date, plan_version_id bigint; in no order
-- ADR 17: the newest in force that held on the day; where none did yet, the one that holds earliest (find_plan_version_for)
select asked.day, held.plan_version_id
from unnest(@days) as asked (day)
cross join lateral (
    select plan_version_id
    from emulation.plan_versions
    where plan_code = @plan_code
      and holds_from <= (@instant at time zone time_zone)::date
    order by holds_from > asked.day, case when holds_from > asked.day then holds_from end, version_number desc
    limit 1
) as held;
