-- one row: an order by its number
-- @wave_order_id bigint
-- wave_order_id bigint; period_code text; what text; edition int; seen_order_id bigint; asked_by text; asked_at, ended_at timestamptz (null while under way); outcome text (null while under way); lines text (JSON, null if no check list was made); undecided int
-- ADR 0027
select
    given.wave_order_id, period.code as period_code, given.what, given.edition, given.seen_order_id, given.asked_by, given.asked_at, given.ended_at,
    given.outcome, given.lines::text as lines, given.undecided
from emulation.wave_orders as given
join emulation.periods as period using (period_id)
where given.wave_order_id = @wave_order_id
