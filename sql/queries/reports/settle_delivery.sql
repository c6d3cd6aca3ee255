-- One row: the mail just settled, or queued again; none if the lease was lost to another sender.
-- Parameters: delivery_id bigint; lease_number int; state, answer text; next_attempt_at timestamptz (null unless queued again); now timestamptz
-- Columns: delivery_id bigint
-- Rule: only the newest lease may write (fencing); docs/adr/0007-delivery.md
with settled as (
    update emulation.deliveries
    set
        state = @state,
        last_answer = @answer,
        next_attempt_at = coalesce(@next_attempt_at, next_attempt_at),
        settled_at = case when @state = 'queued' then null else @now end,
        lease_owner = null,
        lease_until = null
    where delivery_id = @delivery_id and lease_number = @lease_number and state = 'sending'
    returning delivery_id, attempts
)

insert into emulation.delivery_events (delivery_id, happened_at, state, attempt, answer)
select delivery_id, @now, @state, attempts, @answer
from settled
returning delivery_id
