-- one row: the newest order of a period, and the newest that made a check list; they may be one
-- @plan_code text; @period_id int
-- the columns of find_wave_order; the newest first
-- what the page of a wave says of its check list and of closing (ADR 0027)
select
    given.wave_order_id, period.code as period_code, given.what, given.edition, given.seen_order_id, given.asked_by, given.asked_at, given.ended_at,
    given.outcome, given.lines::text as lines, given.undecided
from emulation.wave_orders as given
join emulation.periods as period using (period_id)
where given.wave_order_id in (
    select max(newest.wave_order_id)
    from emulation.wave_orders as newest
    where newest.plan_code = @plan_code and newest.period_id = @period_id
    union all
    select max(made.wave_order_id)
    from emulation.wave_orders as made
    where made.plan_code = @plan_code and made.period_id = @period_id and made.lines is not null
)
order by given.wave_order_id desc
