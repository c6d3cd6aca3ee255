-- One row: nobody else claims a mail until this transaction ends.
-- Parameters: none
-- Columns: is_locked boolean
-- Rule: under a limit per minute senders claim one after the other, or two would take the last place (docs/adr/0023-hold-release-bounces.md)
select pg_advisory_xact_lock(hashtext('emulation.delivery_pace')) is not null as is_locked
