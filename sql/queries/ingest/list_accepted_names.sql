-- One row: a file of a unit that was accepted once, under the name it was dropped by.
-- @unit_id int
-- submission_id bigint, file_name text, received_at timestamptz; the latest last
-- docs/adr/0011-answers.md: a marker takes back the latest file of a name
select accepted.submission_id, accepted.file_name, max(version.received_at) as received_at
from emulation.submissions as accepted
join emulation.submission_versions as version on version.submission_id = accepted.submission_id
where accepted.unit_id = @unit_id and accepted.state = 'accepted'
group by accepted.submission_id, accepted.file_name
order by accepted.submission_id
