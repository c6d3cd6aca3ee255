-- One row: a report; none if there is none of that id.
-- Parameters: report_id bigint
-- Columns: run_id bigint, made_at timestamptz, model text (JSON)
-- Rule: docs/adr/0020-lineage.md
select r.run_id, r.made_at, r.model::text as model
from emulation.reports r
where r.report_id = @report_id
