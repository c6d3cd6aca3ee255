-- One row per unit: the key of the newest score card mailed to it for a period.
-- Parameters: prefix text (of the keys of that period)
-- Columns: unit_code text, subject_key text; by unit
-- Rule: after a reopening only those are written to whose card changed (docs/adr/0030-mail-hours.md)
select distinct on (recipient_code collate "C") recipient_code as unit_code, subject_key
from emulation.deliveries
where starts_with(subject_key, @prefix)
order by recipient_code collate "C", created_at desc, delivery_id desc
