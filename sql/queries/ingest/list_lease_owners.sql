-- One row: a process that holds leases now.
-- no parameters
-- lease_owner text, in ordinal order
-- ADR 0004: a process of this machine that is gone will not finish; its files need not wait for the lease to run out.
select distinct lease_owner
from emulation.submissions
where (answered_at is null or left_inbox_at is null) and lease_until > now() and lease_owner is not null
order by lease_owner
