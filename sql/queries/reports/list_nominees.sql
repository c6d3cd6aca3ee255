-- One row: a proposal of the version that counts, with the council's newest decision on it. Personal data.
-- Parameters: plan_code text; period_id int (the plan's year)
-- Columns: submission_id bigint, row_number, unit_id int, is_collective boolean, name text, gender text, born_on date, position, title_proposed, commendation_proposed, initiative_decision, discipline text, votes_for, votes_total int, completion text, recruited_on date, earlier_decisions text, is_direct_worker boolean, staff_count, advanced_count, fighter_count int (nulls where the file does not say); decision, title_decided, reason, decided_by text, decided_at timestamptz (null if undecided); by unit and row
-- Rule: the system proposes, the council decides (docs/adr/0014-awards.md)
select
    proposal.submission_id,
    proposal.row_number,
    submission.unit_id,
    proposal.is_collective,
    proposal.name,
    proposal.gender,
    proposal.born_on,
    proposal.position,
    proposal.title_proposed,
    proposal.commendation_proposed,
    proposal.initiative_decision,
    proposal.discipline,
    proposal.votes_for,
    proposal.votes_total,
    proposal.completion,
    proposal.recruited_on,
    proposal.earlier_decisions,
    proposal.is_direct_worker,
    proposal.staff_count,
    proposal.advanced_count,
    proposal.fighter_count,
    decided.decision,
    decided.title_decided,
    decided.reason,
    decided.decided_by,
    decided.decided_at
from emulation.submission_versions as version
join emulation.submissions as submission using (submission_id)
join emulation.award_proposals as proposal using (submission_id)
left join lateral (
    select decision.decision, decision.title_decided, decision.reason, decision.decided_by, decision.decided_at
    from emulation.award_decisions as decision
    where decision.submission_id = proposal.submission_id and decision.row_number = proposal.row_number
    order by decision.award_decision_id desc
    limit 1
) as decided on true
where submission.plan_code = @plan_code
    and version.form = 'award-proposals'
    and version.period_id = @period_id
    and version.is_current
order by submission.unit_id, proposal.submission_id, proposal.row_number
