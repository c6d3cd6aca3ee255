-- One row per mail of a report queued once more for a recipient, under a message id of its own: mail servers drop a repeated one.
-- Parameters: report_id bigint; recipient text (code or address); now timestamptz
-- Columns: delivery_id bigint
-- Rule: a mail goes out again only at a person's word (docs/adr/0023-hold-release-bounces.md)
insert into emulation.deliveries (
    report_id, subject_key, recipient_code, recipient_kind, address, message_id, sender_name, sender_address, subject, body_text, html, next_attempt_at, created_at
)
select
    first.report_id, first.subject_key || ':resend-' || again.number, first.recipient_code, first.recipient_kind, first.address,
    'resend-' || again.number || '.' || first.message_id, first.sender_name, first.sender_address, first.subject, first.body_text, first.html, @now, @now
from emulation.deliveries as first
cross join lateral (
    select count(*)::text as number
    from emulation.deliveries as sent
    where sent.report_id = first.report_id and sent.address = first.address
) as again
where
    first.report_id = @report_id
    and (first.recipient_code = @recipient or first.address = lower(@recipient))
    and first.subject_key !~ ':resend-[0-9]+$'
order by first.delivery_id
returning delivery_id
