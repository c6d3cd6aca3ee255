-- One row: a bonus (positive) or penalty (negative) entry.
-- Parameters: plan_code text, unit_id int, period_id int, points numeric, reason text, evidence text, entered_by text, entered_at timestamptz
-- Columns: score_adjustment_id
-- Rule: docs/adr/0005-scoring.md
insert into emulation.score_adjustments (plan_code, unit_id, period_id, points, reason, evidence, entered_by, entered_at)
values (@plan_code, @unit_id, @period_id, @points, @reason, @evidence, @entered_by, @entered_at)
returning score_adjustment_id
