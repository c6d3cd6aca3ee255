-- One row: a submission whose original is safe in the archive, its lease still held.
-- @archived_at timestamptz, and arrays of equal length: @ids bigint[], @lease_numbers int[], @hashes bytea[], @sizes bigint[]
-- submission_id bigint, in no order
-- ADR 0004: the lease is checked in the statement that takes effect.
update emulation.submissions as submission
set state = 'archived', file_hash = kept.file_hash, file_size = kept.file_size, archived_at = @archived_at
from unnest(@ids, @lease_numbers, @hashes, @sizes) as kept (submission_id, lease_number, file_hash, file_size)
where submission.submission_id = kept.submission_id and submission.lease_number = kept.lease_number and submission.state in ('claimed', 'archived')
returning submission.submission_id
