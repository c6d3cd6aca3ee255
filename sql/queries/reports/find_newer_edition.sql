-- One row: the newest edition that replaced a report; none if the report stands, or is unknown.
-- Parameters: report_id bigint
-- Columns: report_id bigint
-- Rule: only the newest edition is mailed (docs/adr/0023-hold-release-bounces.md)
select newer.report_id
from emulation.reports as asked
join emulation.reports as newer
    on (newer.plan_code, newer.kind, newer.period_id) = (asked.plan_code, asked.kind, asked.period_id) and newer.edition > asked.edition
where asked.report_id = @report_id
order by newer.edition desc
limit 1
