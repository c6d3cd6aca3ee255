-- One row or none: the first waiting file whose processing died before, now under this lease, alone.
-- @plan_code text, @owner text, @lease_seconds double precision
-- columns of a claim, as in lease_submissions
-- ADR 0004: the attempt is counted just before reading (count_attempt), so that a kill elsewhere is not held against the file.
with chosen as (
    select submission_id
    from emulation.submissions as suspect
    where plan_code = @plan_code and answered_at is null and state in ('claimed', 'archived') and attempts > 0
        and coalesce(lease_until <= now(), true)
        and not exists (
            select 1
            from emulation.submissions as held
            where held.plan_code = suspect.plan_code and (held.answered_at is null or held.left_inbox_at is null)
                and held.lease_until > now() and held.lease_owner is not null
                and split_part(held.folder, '/', 1) = split_part(suspect.folder, '/', 1)
        )
    order by seen_at, submission_id
    limit 1
    for no key update skip locked
)
update emulation.submissions as leased
set lease_number = lease_number + 1, lease_owner = @owner, lease_until = now() + make_interval(secs => @lease_seconds)
from chosen
where leased.submission_id = chosen.submission_id
returning
    leased.submission_id, leased.lease_number, leased.attempts, leased.state, leased.folder, leased.file_name_bytes, leased.unit_id,
    leased.seen_at, leased.file_size, leased.file_hash, leased.left_inbox_at is not null as has_left, leased.answered_at is not null as is_answered,
    coalesce((select min(began_at) from emulation.outages where leased.seen_at between began_at and ended_at), leased.seen_at) as received_at
