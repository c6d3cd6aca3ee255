-- One row: a dropped file with the state that people are shown: its own, or withdrawn once its unit has taken back every version the file brought.
-- Parameters: none
-- Columns: submission_id bigint, state text
-- Rule: docs/adr/0011-answers.md
create or replace view emulation.shown_submissions as
select submission.submission_id,
       case
           when submission.state = 'accepted'
               and exists (select from emulation.submission_versions as version where version.submission_id = submission.submission_id)
               and not exists (select from emulation.submission_versions as version where version.submission_id = submission.submission_id and version.withdrawn_by is null)
           then 'withdrawn' else submission.state
       end as state
from emulation.submissions as submission
