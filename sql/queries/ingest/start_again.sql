-- No rows: submissions whose file changed while it was being taken go back to the beginning.
-- @ids bigint[], @lease_numbers int[]
-- no columns
-- ADR 0004: what was archived was not what the file became; it is an orphan now.
update emulation.submissions as submission
set state = 'claimed', file_hash = null, archived_at = null
from unnest(@ids, @lease_numbers) as held (submission_id, lease_number)
where submission.submission_id = held.submission_id and submission.lease_number = held.lease_number and submission.state in ('claimed', 'archived')
