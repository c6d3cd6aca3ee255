-- One row: a waiting file, now under this lease.
-- @plan_code text, @owner text, @lease_seconds double precision, @files int, @bytes bigint
-- columns of a claim; received_at is the beginning of the outage in which, or at whose end, the file was first seen, else seen_at; in no order
-- ADR 0004: a folder is worked on by one batch at a time, first seen first, so versions follow the order of receipt; a file whose batch died goes alone (lease_suspect).
with waiting as materialized (
    select
        submission_id,
        split_part(folder, '/', 1) as home,
        seen_at,
        coalesce(file_size, 0) as file_size,
        coalesce(lease_until > now(), false) as is_held,
        coalesce(lease_until > now(), false) and lease_owner is not null as is_leased,
        attempts > 0 and state in ('claimed', 'archived') as is_suspect
    from emulation.submissions
    where plan_code = @plan_code and (answered_at is null or left_inbox_at is null)
),
free as (
    select *, min(submission_id) over (partition by home) as first_in_home
    from waiting
    where not is_held and not is_suspect
        and home not in (select home from waiting where is_leased or (is_suspect and not is_held))
),
ranked as (
    select
        submission_id,
        row_number() over (order by first_in_home, seen_at, submission_id) as place,
        sum(file_size) over (order by first_in_home, seen_at, submission_id rows unbounded preceding) as bytes
    from free
),
chosen as (
    select submission_id
    from emulation.submissions
    where submission_id in (select submission_id from ranked where place = 1 or (place <= @files and bytes <= @bytes))
    for no key update skip locked
)
update emulation.submissions as leased
set lease_number = lease_number + 1,
    lease_owner = @owner,
    lease_until = now() + make_interval(secs => @lease_seconds),
    attempts = attempts + case when state in ('claimed', 'archived') then 1 else 0 end
from chosen
where leased.submission_id = chosen.submission_id
returning
    leased.submission_id, leased.lease_number, leased.attempts, leased.state, leased.folder, leased.file_name_bytes, leased.unit_id,
    leased.seen_at, leased.file_size, leased.file_hash, leased.left_inbox_at is not null as has_left, leased.answered_at is not null as is_answered,
    coalesce((select min(began_at) from emulation.outages where leased.seen_at between began_at and ended_at), leased.seen_at) as received_at
