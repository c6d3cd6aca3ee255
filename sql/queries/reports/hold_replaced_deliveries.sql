-- One row per mail of an earlier edition that had not been sent yet and now never is by itself.
-- Parameters: report_id bigint (the newer edition); now timestamptz
-- Columns: delivery_id bigint
-- Rule: what was replaced before it was sent is not sent (docs/adr/0023-hold-release-bounces.md)
with replaced as (
    update emulation.deliveries as delivery
    set
        state = 'held',
        is_held_with_report = false,
        settled_at = @now,
        last_answer = 'Replaced by a newer edition before it was sent.'
    from emulation.reports as earlier, emulation.reports as newer
    where
        newer.report_id = @report_id
        and (earlier.plan_code, earlier.kind, earlier.period_id) = (newer.plan_code, newer.kind, newer.period_id)
        and earlier.edition < newer.edition
        and delivery.report_id = earlier.report_id
        and (delivery.state = 'queued' or delivery.is_held_with_report)
    returning delivery.delivery_id, delivery.attempts
)

insert into emulation.delivery_events (delivery_id, happened_at, state, attempt, answer)
select delivery_id, @now, 'held', attempts, 'Replaced by a newer edition before it was sent.'
from replaced
returning delivery_id
