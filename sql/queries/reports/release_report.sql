-- One row per mail that waited for the release, or for the send time, and may now go.
-- Parameters: report_id bigint; decided_by text; now timestamptz
-- Columns: delivery_id bigint
-- Rule: a release sends what waits, at once (docs/adr/0023-hold-release-bounces.md)
with released as (
    update emulation.deliveries
    set
        state = 'queued',
        is_held_with_report = false,
        settled_at = null,
        next_attempt_at = @now
    where report_id = @report_id and (is_held_with_report or (state = 'queued' and attempts = 0))
    returning delivery_id, attempts
)

insert into emulation.delivery_events (delivery_id, happened_at, state, attempt, answer, decided_by)
select delivery_id, @now, 'queued', attempts, 'Released.', @decided_by
from released
returning delivery_id
