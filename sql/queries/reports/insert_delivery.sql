-- One row: the delivery just queued; none if the subject was queued for the address before.
-- Parameters: report_id bigint (null for a reminder); subject_key, recipient_code, recipient_kind, address, message_id, sender_name, sender_address, subject, body_text, html text; created_at timestamptz
-- Columns: delivery_id bigint
-- Rule: one delivery per subject and address (docs/adr/0007-delivery.md)
insert into emulation.deliveries (
    report_id, subject_key, recipient_code, recipient_kind, address, message_id, sender_name, sender_address, subject, body_text, html, next_attempt_at, created_at
)
values (
    @report_id, @subject_key, @recipient_code, @recipient_kind, @address, @message_id, @sender_name, @sender_address, @subject, @body_text, @html, @created_at, @created_at
)
on conflict on constraint one_delivery_per_subject_and_address do nothing
returning delivery_id
