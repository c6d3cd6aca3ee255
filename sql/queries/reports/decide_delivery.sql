-- One row: the mail about which a person decided; none if it is not in one of the states the decision is for.
-- Parameters: delivery_id bigint; from_states text[]; attempts int (those the person has seen; null for any); state, reason, decided_by text; now timestamptz
-- Columns: delivery_id bigint
-- Rule: nothing is handed over a second time without a person's decision (docs/adr/0007-delivery.md)
with decided as (
    update emulation.deliveries
    set
        state = @state,
        next_attempt_at = case when @state = 'queued' then @now else next_attempt_at end,
        is_held_with_report = false,
        settled_at = case when @state = 'queued' then null else @now end,
        last_answer = @reason
    where delivery_id = @delivery_id and state = any (@from_states) and (@attempts::int is null or attempts = @attempts)
    returning delivery_id, attempts
)

insert into emulation.delivery_events (delivery_id, happened_at, state, attempt, answer, decided_by)
select delivery_id, @now, @state, attempts, @reason, @decided_by
from decided
returning delivery_id
