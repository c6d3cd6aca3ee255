-- One row: the newest opinion of its kind on a rule.
-- Parameters: plan_code text, period_id int, unit_id int (null for all units), given_until timestamptz (null for now)
-- Columns: unit_id, rule_code, kind, points, reason (null if none), evidence (null if none), given_by, given_at, evidence_file_id, file_name, file_hash (the last three null without a file); by unit, rule and kind
-- Rule: docs/adr/0005-scoring.md; of each kind the newest entry counts
select distinct on (opinion.unit_id, opinion.rule_code, opinion.kind)
    opinion.unit_id, opinion.rule_code, opinion.kind, opinion.points, opinion.reason, opinion.evidence, opinion.given_by, opinion.given_at,
    evidence.evidence_file_id, evidence.file_name, evidence.file_hash
from emulation.score_opinions as opinion
left join emulation.evidence_files as evidence using (score_opinion_id)
where opinion.plan_code = @plan_code and opinion.period_id = @period_id and (@unit_id::int is null or opinion.unit_id = @unit_id::int)
    and (@given_until::timestamptz is null or opinion.given_at <= @given_until)
order by opinion.unit_id, opinion.rule_code, opinion.kind, opinion.score_opinion_id desc
