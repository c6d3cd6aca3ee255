-- One row: the newest opinion of its kind on a rule.
-- Parameters: plan_code text, period_id int, unit_id int
-- Columns: rule_code, kind, points, reason (null if none), evidence (null if none), given_by, given_at; by rule and kind
-- Rule: docs/adr/0005-scoring.md; of each kind the newest entry counts
select distinct on (rule_code, kind) rule_code, kind, points, reason, evidence, given_by, given_at
from emulation.score_opinions
where plan_code = @plan_code and period_id = @period_id and unit_id = @unit_id
order by rule_code, kind, score_opinion_id desc
