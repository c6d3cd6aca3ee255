-- no rows: gives an id to each unit code that has none
-- @plan_code text, @codes text[] in plan order
-- no columns
-- ids are given once per code and never reused; run under lock_plan
insert into emulation.units (plan_family, code)
select @plan_code, given.code
from unnest(@codes) with ordinality as given (code, place)
where not exists (
    select from emulation.units known where known.plan_family = @plan_code and known.code = given.code)
order by given.place;
