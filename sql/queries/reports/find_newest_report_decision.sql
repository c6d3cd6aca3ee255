-- One row: the newest decision about a report's mails; none if nobody decided yet.
-- Parameters: report_id bigint
-- Columns: report_decision_id bigint
-- Rule: who decides has seen every earlier decision (docs/adr/0027-acting-pages.md)
select told.report_decision_id
from emulation.report_decisions as told
where told.report_id = @report_id
order by told.report_decision_id desc
limit 1
