-- One row: the first accepted submission of that unit with that content, and whether anything of it still counts.
-- Arrays of equal length: @unit_ids int[], @hashes bytea[]
-- unit_id int, file_hash bytea, submission_id bigint, received_at timestamptz, version_number int, is_current boolean; in no order
-- design §5: identity is content; what its unit took back may be sent again (docs/adr/0011-answers.md).
select distinct on (accepted.unit_id, accepted.file_hash)
    accepted.unit_id, accepted.file_hash, accepted.submission_id, version.received_at, version.version_number, version.is_current
from emulation.submissions as accepted
join unnest(@unit_ids, @hashes) as sought (unit_id, file_hash)
    on accepted.unit_id = sought.unit_id and accepted.file_hash = sought.file_hash
join emulation.submission_versions as version on version.submission_id = accepted.submission_id
where
    accepted.state = 'accepted'
    and not exists (
        select
        from emulation.submission_versions as taken_back
        where taken_back.submission_id = accepted.submission_id and taken_back.withdrawn_by is not null
    )
order by accepted.unit_id, accepted.file_hash, version.is_current desc, accepted.submission_id
