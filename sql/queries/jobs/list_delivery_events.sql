-- one row: something that happened to a mail
-- @delivery_id bigint
-- happened_at timestamptz, state text, attempt int, answer text or null, decided_by text (null for the system); the newest first
-- every change of a mail's state is on record (docs/adr/0007-delivery.md)
select event.happened_at, event.state, event.attempt, event.answer, event.decided_by
from emulation.delivery_events as event
where event.delivery_id = @delivery_id
order by event.delivery_event_id desc
