-- one row: a mail to one address
-- @state text or null for all states; @limit int
-- delivery_id bigint, subject text, recipient_code text, address text, state text, attempts int, created_at timestamptz, settled_at timestamptz or null, next_attempt_at timestamptz, last_answer text or null; what needs a person first, then newest
-- refused, bounced and uncertain mails are a person's decision (design.md §12.5)
select delivery.delivery_id, delivery.subject, delivery.recipient_code, delivery.address, delivery.state, delivery.attempts,
       delivery.created_at, delivery.settled_at, delivery.next_attempt_at, delivery.last_answer
from emulation.deliveries as delivery
where @state::text is null or delivery.state = @state
order by (delivery.state in ('refused', 'bounced', 'uncertain')) desc, delivery.created_at desc, delivery.delivery_id desc
limit @limit
