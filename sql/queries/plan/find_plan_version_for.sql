-- at most one row: the version by which a period is computed
-- @plan_code text, @day date (the period's last), @instant timestamptz (now)
-- plan_version_id bigint
-- ADR 17: the newest in force that held on the day; where none did yet, the one that holds earliest
select plan_version_id
from emulation.plan_versions
where plan_code = @plan_code
  and holds_from <= (@instant at time zone time_zone)::date
order by holds_from > @day, case when holds_from > @day then holds_from end, version_number desc
limit 1;
