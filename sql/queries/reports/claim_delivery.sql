-- One row: a mail that this sender, and nobody else, may now hand over; none if nothing waits.
-- Parameters: now timestamptz (the clock of the plan year); owner text (number of the sender's advisory lock); lease interval; transport text; per_minute int (null: no limit); in_hours boolean (whether mails that keep to the mail hours may go)
-- Columns: delivery_id bigint, report_id bigint (null for a reminder), recipient address, message_id, sender_name, sender_address, subject, body_text, html text, attempts int, lease_number int, created_at timestamptz, transport text
-- Rule: "sending" is committed before the mail is handed over; leases run by the database clock (docs/adr/0007-delivery.md)
with pace as (
    select
        @per_minute::int is null
        or (select count(*) from emulation.deliveries as sent where sent.sending_at > @now - interval '1 minute') < @per_minute as is_free
),

next as (
    select delivery_id
    from emulation.deliveries
    where (select is_free from pace) and state = 'queued' and next_attempt_at <= @now and not emulation.report_is_held(report_id)
        and (not keeps_mail_hours or @in_hours)
    order by next_attempt_at, delivery_id
    for update skip locked
    limit 1
),

claimed as (
    update emulation.deliveries d
    set
        state = 'sending',
        sending_at = @now,
        transport = @transport,
        attempts = d.attempts + 1,
        lease_number = d.lease_number + 1,
        lease_owner = @owner,
        lease_until = clock_timestamp() + @lease
    from next
    where d.delivery_id = next.delivery_id
    returning d.*
),

noted as (
    insert into emulation.delivery_events (delivery_id, happened_at, state, attempt)
    select delivery_id, @now, 'sending', attempts
    from claimed
)

select
    delivery_id, report_id, address, message_id, sender_name, sender_address, subject, body_text, html, attempts, lease_number, created_at, transport
from claimed
