-- One row: the newest edition of a report; none if it was never made.
-- Parameters: plan_code, kind text; period_id int
-- Columns: report_id bigint, edition int, made_at timestamptz, model text (JSON), deliveries int (mails of this edition), run_id bigint
-- Rule: the newest edition is the one that stands (docs/adr/0007-delivery.md)
select
    r.report_id,
    r.edition,
    r.made_at,
    r.model::text as model,
    (select count(*)::int from emulation.deliveries d where d.report_id = r.report_id) as deliveries,
    r.run_id
from emulation.reports r
where r.plan_code = @plan_code and r.kind = @kind and r.period_id = @period_id
order by r.edition desc
limit 1
