-- Ends an exception after the lock; nothing if it is revoked already.
-- @exception_id bigint, @revoked_by text, @reason text, @revoked_at timestamptz
-- exception_id bigint
-- docs/adr/0011-answers.md: what was taken by it stays taken; the audit log notes it by trigger
update emulation.deadline_exceptions
set revoked_at = @revoked_at, revoked_by = @revoked_by, revoked_because = @reason
where exception_id = @exception_id and revoked_at is null
returning exception_id
