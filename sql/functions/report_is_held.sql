-- True while the newest decision about the report's mails is to hold them; false if nobody decided, or for a mail of no report.
create or replace function emulation.report_is_held(report_id bigint) returns boolean
language sql stable as $$
    select coalesce(
        (select told.decision = 'hold'
         from emulation.report_decisions as told
         where told.report_id = report_is_held.report_id and told.decision in ('hold', 'release')
         order by told.report_decision_id desc
         limit 1),
        false)
$$;
