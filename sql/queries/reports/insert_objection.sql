-- One row: what a unit says against the results of a period.
-- Parameters: plan_code text, unit_id int, period_id int, objection, entered_by text, entered_at timestamptz
-- Columns: objection_id bigint
-- Rule: docs/adr/0015-reopening.md
insert into emulation.objections (plan_code, unit_id, period_id, objection, entered_by, entered_at)
values (@plan_code, @unit_id, @period_id, @objection, @entered_by, @entered_at)
returning objection_id
