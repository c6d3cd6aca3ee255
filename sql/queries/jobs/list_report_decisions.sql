-- one row: what a person decided about the mails of a report
-- @report_id bigint
-- report_decision_id bigint, decision text (hold, release, resend), reason text (null for a release), decided_by text, decided_at timestamptz; the newest first
-- decisions are appended, never changed (docs/adr/0023-hold-release-bounces.md)
select told.report_decision_id, told.decision, told.reason, told.decided_by, told.decided_at
from emulation.report_decisions as told
where told.report_id = @report_id
order by told.report_decision_id desc
