-- One row: a submission answered since then.
-- @since timestamptz
-- submission_id bigint, in order
-- ADR 0004: answers are not synced to the disk one by one; after a power cut they are written again from here.
select submission_id
from emulation.submissions
where answered_at >= @since and state <> 'withdrawn'
order by submission_id
