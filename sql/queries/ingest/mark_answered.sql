-- No rows: the answers lie in the share; the leases end.
-- @answered_at timestamptz, and arrays of equal length: @ids bigint[], @lease_numbers int[], @have_left boolean[], @delay_seconds double precision[]
-- no columns
-- ADR 0004: a file that could not be moved out of the inbox is tried again later; its answer stands.
update emulation.submissions as submission
set answered_at = coalesce(submission.answered_at, @answered_at),
    left_inbox_at = coalesce(submission.left_inbox_at, case when answered.has_left then @answered_at end),
    lease_owner = null,
    lease_until = now() + make_interval(secs => answered.delay_seconds)
from unnest(@ids, @lease_numbers, @have_left, @delay_seconds) as answered (submission_id, lease_number, has_left, delay_seconds)
where submission.submission_id = answered.submission_id and submission.lease_number = answered.lease_number
    and submission.state not in ('claimed', 'archived')
