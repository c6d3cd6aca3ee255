-- One row per mail that was waiting and is now held with its report.
-- Parameters: report_id bigint; reason, decided_by text; now timestamptz
-- Columns: delivery_id bigint
-- Rule: a held report is mailed only after a person released it (docs/adr/0023-hold-release-bounces.md)
with held as (
    update emulation.deliveries
    set
        state = 'held',
        is_held_with_report = true,
        settled_at = @now,
        last_answer = @reason
    where report_id = @report_id and state = 'queued'
    returning delivery_id, attempts
)

insert into emulation.delivery_events (delivery_id, happened_at, state, attempt, answer, decided_by)
select delivery_id, @now, 'held', attempts, @reason, @decided_by
from held
returning delivery_id
