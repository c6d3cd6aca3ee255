-- one row: a mail as its page shows it; none if there is no such mail
-- @delivery_id bigint
-- delivery_id bigint, report_id bigint (null for a mail of no report), subject text, recipient_code text, address text, message_id text, state text, is_held_with_report boolean, attempts int, created_at timestamptz, settled_at timestamptz or null, last_answer text or null, is_replaced boolean (a newer edition of its report stands)
-- refused, bounced and uncertain mails are a person's decision (design.md §12.5)
select delivery.delivery_id, delivery.report_id, delivery.subject, delivery.recipient_code, delivery.address, delivery.message_id, delivery.state,
       delivery.is_held_with_report, delivery.attempts, delivery.created_at, delivery.settled_at, delivery.last_answer,
       exists (select from emulation.reports as report
               join emulation.reports as newer
                   on (newer.plan_code, newer.kind, newer.period_id) = (report.plan_code, report.kind, report.period_id) and newer.edition > report.edition
               where report.report_id = delivery.report_id) as is_replaced
from emulation.deliveries as delivery
where delivery.delivery_id = @delivery_id
