-- One row per unit and address: the newest score card mailed there for a period.
-- Parameters: prefix text (of the keys of that period)
-- Columns: unit_code text, address text, closing text (the last 12 characters of the key, whichever version wrote it), created_at timestamptz; by unit, newest first
-- Rule: after a reopening only those are written to whose card changed (docs/adr/0030-mail-hours.md)
with newest as (
    select distinct on (recipient_code collate "C", address collate "C") delivery_id, recipient_code, address, right(subject_key, 12) as closing, created_at
    from emulation.deliveries
    where starts_with(subject_key, @prefix)
    order by recipient_code collate "C", address collate "C", delivery_id desc
)
select recipient_code as unit_code, address, closing, created_at
from newest
order by recipient_code collate "C", delivery_id desc
