-- one row: the look just asked for; none if one of the period is under way, or came after what the page had seen
-- @plan_code text; @period_id int; @asked_by text; @asked_at timestamptz; @seen bigint (the newest look the page showed, 0 for none)
-- register_look_id bigint
-- a double click, two people and a page left open are one case (ADR 0027)
insert into emulation.register_looks (plan_code, period_id, asked_by, asked_at)
select @plan_code, @period_id, @asked_by, @asked_at
where not exists (
    select from emulation.register_looks as newer
    where newer.plan_code = @plan_code and newer.period_id = @period_id and newer.register_look_id > @seen
)
on conflict (plan_code, period_id) where ended_at is null do nothing
returning register_look_id
