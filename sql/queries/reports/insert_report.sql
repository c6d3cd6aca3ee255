-- One row: the report just added; none if the edition exists already.
-- Parameters: plan_code, kind text; period_id, edition int; run_id bigint; status, subject text; model jsonb; html, body_text text; made_at timestamptz; reason text (null for the first edition)
-- Columns: report_id bigint
-- Rule: a report is made once per edition (docs/adr/0007-delivery.md)
insert into emulation.reports (plan_code, kind, period_id, edition, run_id, status, subject, model, html, body_text, made_at, reason)
values (@plan_code, @kind, @period_id, @edition, @run_id, @status, @subject, @model, @html, @body_text, @made_at, @reason)
on conflict on constraint one_report_per_edition do nothing
returning report_id
