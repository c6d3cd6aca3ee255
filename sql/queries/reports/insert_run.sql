-- One row: the new run, computing.
-- Parameters: plan_version_id bigint, period_id int, kind text, data_as_of timestamptz, computed_at timestamptz
-- Columns: run_id
-- Rule: docs/adr/0006-runs-and-closing.md
insert into emulation.runs (plan_version_id, period_id, kind, data_as_of, computed_at)
values (@plan_version_id, @period_id, @kind, @data_as_of, @computed_at)
returning run_id
