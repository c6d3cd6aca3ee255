-- one row: a report as its page shows it; none if there is no such report
-- @report_id bigint; @plan_code text
-- report_id bigint, kind text, period_code text, edition int, status text, subject text, made_at timestamptz, reason text (null for the first edition), newer_report_id bigint (null while it stands), is_held boolean, send_at timestamptz (null if its mails did not wait), if_unanswered text (null likewise)
-- only the newest edition is mailed; the newest hold or release counts (docs/adr/0023-hold-release-bounces.md)
select report.report_id, report.kind, period.code as period_code, report.edition, report.status, report.subject, report.made_at, report.reason,
       (select newer.report_id from emulation.reports as newer
        where (newer.plan_code, newer.kind, newer.period_id) = (report.plan_code, report.kind, report.period_id) and newer.edition > report.edition
        order by newer.edition desc limit 1) as newer_report_id,
       emulation.report_is_held(report.report_id) as is_held,
       release.send_at, release.if_unanswered
from emulation.reports as report
join emulation.periods as period on period.period_id = report.period_id
left join emulation.report_releases as release on release.report_id = report.report_id
where report.report_id = @report_id and report.plan_code = @plan_code
