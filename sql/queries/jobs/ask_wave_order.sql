-- one row: the order just given; none if one of the period is under way or came after what the page had seen, or the period was closed since
-- @plan_code text; @period_id int; @what text (check, close, publish); @edition int (the newest closing the page showed, 0 for none); @seen bigint (the newest order the page showed, 0 for none); @seen_order_id bigint (the order whose check list it showed, 0 for none); @asked_by text; @asked_at timestamptz
-- wave_order_id bigint
-- a double click, two people and a page left open are one case (ADR 0027)
insert into emulation.wave_orders (plan_code, period_id, what, edition, seen_order_id, asked_by, asked_at)
select @plan_code, @period_id, @what, @edition, @seen_order_id, @asked_by, @asked_at
where not exists (
        select from emulation.wave_orders as newer
        where newer.plan_code = @plan_code and newer.period_id = @period_id and newer.wave_order_id > @seen
    )
    and @edition = (
        select coalesce(max(closing.edition), 0)
        from emulation.wave_closings as closing
        where closing.plan_code = @plan_code and closing.period_id = @period_id
    )
on conflict (plan_code, period_id) where ended_at is null do nothing
returning wave_order_id
