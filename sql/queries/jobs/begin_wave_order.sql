-- one row: the order to be carried out now; none if it is over
-- @wave_order_id bigint; @now timestamptz
-- wave_order_id bigint
-- every kind is safe to do twice: a job that was killed is begun again (ADR 0006, 0027)
update emulation.wave_orders as given
set begun_at = @now
where given.wave_order_id = @wave_order_id and given.ended_at is null
returning given.wave_order_id
