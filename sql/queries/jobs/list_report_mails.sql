-- one row: a mail of a report
-- @report_id bigint
-- delivery_id bigint, recipient_code text, recipient_kind text, address text, state text, is_held_with_report boolean, attempts int, next_attempt_at timestamptz, settled_at timestamptz or null, last_answer text or null, is_again boolean (ordered by a person, beside the first); by recipient as queued, what was sent again behind the first
-- every mail is in exactly one state (design.md §8)
select delivery.delivery_id, delivery.recipient_code, delivery.recipient_kind, delivery.address, delivery.state, delivery.is_held_with_report, delivery.attempts,
       delivery.next_attempt_at, delivery.settled_at, delivery.last_answer,
       delivery.subject_key ~ ':resend-[0-9]+$' as is_again
from emulation.deliveries as delivery
where delivery.report_id = @report_id
order by min(delivery.delivery_id) over (partition by delivery.address), delivery.delivery_id
