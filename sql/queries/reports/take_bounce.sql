-- One row: the mail that is now known to have come back; none if the notification was known, or the mail stands in a state it does not change.
-- Parameters: delivery_id bigint; notification_hash bytea; status, diagnostic text; now timestamptz
-- Columns: delivery_id bigint
-- Rule: what the server had accepted, or may have accepted, came back (docs/adr/0023-hold-release-bounces.md)
with noted as (
    insert into emulation.bounces (delivery_id, notification_hash, status, diagnostic, changed_state, found_at)
    select delivery_id, @notification_hash, @status, @diagnostic, state in ('accepted', 'uncertain'), @now
    from emulation.deliveries
    where delivery_id = @delivery_id
    on conflict on constraint one_bounce_per_notification do nothing
    returning delivery_id, changed_state
),

bounced as (
    update emulation.deliveries as delivery
    set
        state = 'bounced',
        settled_at = @now,
        last_answer = @diagnostic
    from noted
    where delivery.delivery_id = noted.delivery_id and noted.changed_state
    returning delivery.delivery_id, delivery.attempts
)

insert into emulation.delivery_events (delivery_id, happened_at, state, attempt, answer)
select delivery_id, @now, 'bounced', attempts, @diagnostic
from bounced
returning delivery_id
