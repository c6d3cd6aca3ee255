-- No rows: files are put back into the queue, not before the delay has passed; an attempt that failed for reasons outside the file is given back.
-- Arrays of equal length: @ids bigint[], @lease_numbers int[], @delay_seconds double precision[], @attempts_back int[]
-- no columns
-- ADR 0004: only the owner of the lease releases it.
update emulation.submissions as leased
set lease_owner = null,
    lease_until = now() + make_interval(secs => held.delay_seconds),
    attempts = greatest(leased.attempts - held.attempts_back, 0)
from unnest(@ids, @lease_numbers, @delay_seconds, @attempts_back) as held (submission_id, lease_number, delay_seconds, attempts_back)
where leased.submission_id = held.submission_id and leased.lease_number = held.lease_number
