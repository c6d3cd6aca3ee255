-- One row: the mail of ours that a notification names, locked; none if it names none.
-- Parameters: message_ids text[] (the likeliest first)
-- Columns: delivery_id bigint, state text
-- Rule: a message id names one mail to one recipient (docs/adr/0023-hold-release-bounces.md)
select delivery_id, state
from emulation.deliveries
where message_id = any (@message_ids)
order by array_position(@message_ids, message_id)
limit 1
for update
