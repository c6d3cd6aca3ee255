-- Ends an exception after the lock, and puts that on record; nothing if it is revoked already.
-- @exception_id bigint, @revoked_by text, @reason text, @revoked_at timestamptz
-- exception_id bigint
-- docs/adr/0011-answers.md: what was taken by it stays taken
with revoked as (
    update emulation.deadline_exceptions
    set revoked_at = @revoked_at, revoked_by = @revoked_by, revoked_because = @reason
    where exception_id = @exception_id and revoked_at is null
    returning exception_id, revoked_by, to_jsonb(deadline_exceptions) as line
),
recorded as (
    select emulation.record_audit('exception-revoked', revoked.revoked_by, 'deadline_exceptions ' || revoked.exception_id, revoked.line), revoked.exception_id
    from revoked
)
select recorded.exception_id from recorded
