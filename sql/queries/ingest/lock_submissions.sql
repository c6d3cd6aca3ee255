-- One row: a submission that is still ours and undecided, locked until the transaction ends.
-- @ids bigint[], @lease_numbers int[]
-- submission_id bigint, in order
-- ADR 0004: fencing; whoever lost the lease finds no row and writes nothing.
select submission.submission_id
from emulation.submissions as submission
join unnest(@ids, @lease_numbers) as held (submission_id, lease_number)
    on submission.submission_id = held.submission_id and submission.lease_number = held.lease_number
where submission.state in ('claimed', 'archived')
order by submission.submission_id
for no key update of submission
