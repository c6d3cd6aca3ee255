-- No rows: leases of these processes end now.
-- @owners text[]
-- no columns
-- ADR 0004.
update emulation.submissions
set lease_owner = null, lease_until = now()
where (answered_at is null or left_inbox_at is null) and lease_owner = any (@owners)
