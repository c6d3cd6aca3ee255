-- No rows: leases that are still ours hold on.
-- @ids bigint[], @lease_numbers int[], @lease_seconds double precision
-- no columns; the number of rows says how many are still ours
-- ADR 0004.
update emulation.submissions as leased
set lease_until = now() + make_interval(secs => @lease_seconds)
from unnest(@ids, @lease_numbers) as held (submission_id, lease_number)
where leased.submission_id = held.submission_id and leased.lease_number = held.lease_number and leased.lease_owner is not null
