-- No rows: leases on deliveries that a killed process left are ended; their fencing numbers stay.
-- Parameters: none.
-- Columns: none.
-- Rule: only where nobody else works on the database: a demo that goes on after a kill (docs/demo.md).
update emulation.deliveries
set lease_until = null, lease_owner = null
where lease_owner is not null;
