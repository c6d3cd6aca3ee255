-- One row: the new run, computing.
-- Parameters: plan_version_id bigint, period_id int, kind text, data_as_of timestamptz, computed_at timestamptz, computed_by smallint (ComputingRules)
-- Columns: run_id
-- Rule: docs/adr/0006-runs-and-closing.md
insert into emulation.runs (plan_version_id, period_id, kind, data_as_of, computed_at, computed_by)
values (@plan_version_id, @period_id, @kind, @data_as_of, @computed_at, @computed_by)
returning run_id
