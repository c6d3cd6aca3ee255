-- One row: the newest opinion of its kind on a rule.
-- Parameters: plan_code text, period_id int, unit_id int (null for all units), given_until timestamptz (null for now)
-- Columns: unit_id, rule_code, kind, points, reason (null if none), evidence (null if none), given_by, given_at; by unit, rule and kind
-- Rule: docs/adr/0005-scoring.md; of each kind the newest entry counts
select distinct on (unit_id, rule_code, kind) unit_id, rule_code, kind, points, reason, evidence, given_by, given_at
from emulation.score_opinions
where plan_code = @plan_code and period_id = @period_id and (@unit_id::int is null or unit_id = @unit_id::int)
    and (@given_until::timestamptz is null or given_at <= @given_until)
order by unit_id, rule_code, kind, score_opinion_id desc
