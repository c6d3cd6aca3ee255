-- One row per state in which mails of a report are.
-- Parameters: report_id bigint
-- Columns: state text, mails int; in ordinal order of state
-- Rule: every mail is in exactly one state (design.md §8)
select delivery.state, count(*)::int as mails
from emulation.deliveries as delivery
where delivery.report_id = @report_id
group by delivery.state
order by delivery.state collate "C"
