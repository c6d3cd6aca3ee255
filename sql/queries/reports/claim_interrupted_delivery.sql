-- One row: a mail whose sender died, or lost its lease, while sending; none if there is no such mail.
-- Parameters: owner text (number of the asking sender's advisory lock); lease interval; lock_class int
-- Columns: as claim_delivery; transport is the one it was handed to
-- Rule: a sender lives as long as its advisory lock; what became of the mail is asked, never guessed (docs/adr/0007-delivery.md)
with interrupted as (
    select d.delivery_id
    from emulation.deliveries d
    where
        d.state = 'sending'
        and d.lease_owner is distinct from @owner
        and (
            d.lease_until is null
            or d.lease_until < clock_timestamp()
            or not exists (
                select
                from pg_locks l
                where
                    l.locktype = 'advisory'
                    and l.granted
                    and l.objsubid = 2
                    and l.classid::bigint = @lock_class
                    and l.objid::text = d.lease_owner
                    and l.database = (select oid from pg_database where datname = current_database())
            )
        )
    order by d.delivery_id
    for update skip locked
    limit 1
)

update emulation.deliveries d
set
    lease_number = d.lease_number + 1,
    lease_owner = @owner,
    lease_until = clock_timestamp() + @lease
from interrupted
where d.delivery_id = interrupted.delivery_id
returning
    d.delivery_id, d.report_id, d.address, d.message_id, d.sender_name, d.sender_address, d.subject, d.body_text, d.html, d.attempts, d.lease_number, d.created_at, d.transport
