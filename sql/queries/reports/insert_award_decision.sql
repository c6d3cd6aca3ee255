-- One row: the decision just added; none if there is no such proposal among those that count.
-- Parameters: submission_id bigint; row_number int; decision text; title_decided text (null unless changed); reason, decided_by text; decided_at timestamptz
-- Columns: award_decision_id bigint
-- Rule: appended, the newest counts (docs/adr/0014-awards.md)
insert into emulation.award_decisions (submission_id, row_number, decision, title_decided, reason, decided_by, decided_at)
select proposal.submission_id, proposal.row_number, @decision, @title_decided, @reason, @decided_by, @decided_at
from emulation.award_proposals as proposal
where proposal.submission_id = @submission_id
    and proposal.row_number = @row_number
    and exists (
        select from emulation.submission_versions as version
        where version.submission_id = proposal.submission_id and version.form = 'award-proposals' and version.is_current)
returning award_decision_id
