-- One row per mail of which the owner has now been told.
-- Parameters: delivery_ids bigint[]
-- Columns: delivery_id bigint
-- Rule: what needs a person is told to one, once (docs/adr/0023-hold-release-bounces.md)
update emulation.deliveries
set owner_told_of = state || ' ' || attempts
where delivery_id = any (@delivery_ids)
returning delivery_id
