-- one row: a report that was made
-- @plan_code text
-- report_id bigint, kind text, period_code text, edition int, status text, subject text, file_names text[] (that may leave now, without the pictures of the mail's body), made_at timestamptz, accepted int, waiting int, stopped int (deliveries by state); newest first
-- numbers of deliveries beside the report they carry (design.md §8)
select report.report_id, report.kind, period.code as period_code, report.edition, report.status, report.subject,
       (select coalesce(array_agg(file.name order by file.position), '{}') from emulation.report_files as file
        join emulation.report_file_stages as stage using (report_id, position)
        where file.report_id = report.report_id and file.content_id is null and stage.may_leave) as file_names,
       report.made_at,
       (select count(*) from emulation.deliveries as delivery where delivery.report_id = report.report_id and delivery.state = 'accepted')::int as accepted,
       (select count(*) from emulation.deliveries as delivery where delivery.report_id = report.report_id and delivery.state in ('held', 'queued', 'sending'))::int as waiting,
       (select count(*) from emulation.deliveries as delivery where delivery.report_id = report.report_id and delivery.state in ('refused', 'bounced', 'uncertain'))::int as stopped
from emulation.reports as report
join emulation.periods as period on period.period_id = report.period_id
where report.plan_code = @plan_code
order by report.made_at desc, report.report_id desc
