-- One row: a mail that stopped, of which the owner does not know yet and nobody else is telling him; locked.
-- Parameters: limit int
-- Columns: delivery_id bigint, state text, attempts int, subject, address text, last_answer text or null; in order of id
-- Rule: what needs a person is told to one, once (docs/adr/0023-hold-release-bounces.md); a mail to the owner about a mail to the owner would never end
select delivery_id, state, attempts, subject, address, last_answer
from emulation.deliveries
where state in ('refused', 'bounced', 'uncertain') and owner_told_of is distinct from state || ' ' || attempts and recipient_kind <> 'owner'
order by delivery_id
limit @limit
for update skip locked
