-- One row: what a unit gives itself for a rule, or the council decides.
-- Parameters: plan_code text, unit_id int, period_id int, kind text, given_by text, given_at timestamptz; rule_codes text[], points numeric[], reasons text[] and evidences text[] (parallel)
-- Columns: score_opinion_id
-- Rule: docs/adr/0005-scoring.md
insert into emulation.score_opinions (plan_code, unit_id, period_id, rule_code, kind, points, reason, evidence, given_by, given_at)
select @plan_code, @unit_id, @period_id, rule_code, @kind, points, reason, evidence, @given_by, @given_at
from unnest(@rule_codes, @points, @reasons, @evidences) as opinions (rule_code, points, reason, evidence)
returning score_opinion_id
