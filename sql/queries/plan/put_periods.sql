-- no rows: gives an id to each period code that has none, and the newest dates to the others
-- @plan_code text, @codes text[], @kinds text[], @from_days date[], @to_days date[], all in plan order
-- no columns
-- ids are given once per code and never reused; a version may move a wave's bounds
merge into emulation.periods as known
using (
    select given.code, given.kind, given.from_on, given.to_on
    from unnest(@codes, @kinds, @from_days, @to_days) with ordinality as given (code, kind, from_on, to_on, place)
    order by given.place
) as given
on known.plan_family = @plan_code and known.code = given.code
when matched and (known.from_on, known.to_on) is distinct from (given.from_on, given.to_on) then
    update set from_on = given.from_on, to_on = given.to_on
when not matched then
    insert (plan_family, code, kind, from_on, to_on)
    values (@plan_code, given.code, given.kind, given.from_on, given.to_on);
