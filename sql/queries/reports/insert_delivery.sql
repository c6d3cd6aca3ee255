-- One row: the delivery just queued, or held from the start; none if the subject was queued for the address before.
-- Parameters: report_id bigint (null for a mail of no report); subject_key, recipient_code, recipient_kind, address, message_id, sender_name, sender_address, subject, body_text, html text; not_before timestamptz; is_held boolean (with its report); keeps_mail_hours boolean; created_at timestamptz
-- Columns: delivery_id bigint
-- Rule: one delivery per subject and address (docs/adr/0007-delivery.md)
insert into emulation.deliveries (
    report_id, subject_key, recipient_code, recipient_kind, address, message_id, sender_name, sender_address, subject, body_text, html,
    state, is_held_with_report, settled_at, last_answer, next_attempt_at, keeps_mail_hours, created_at
)
values (
    @report_id, @subject_key, @recipient_code, @recipient_kind, @address, @message_id, @sender_name, @sender_address, @subject, @body_text, @html,
    case when @is_held then 'held' else 'queued' end, @is_held, case when @is_held then @created_at end,
    case when @is_held then 'The report waits for its release.' end, @not_before, @keeps_mail_hours, @created_at
)
on conflict on constraint one_delivery_per_subject_and_address do nothing
returning delivery_id
