-- True once a report may leave the office: it never had to wait, a person released it, or its send time came in silence and its first mail went.
-- False again while a person holds it. docs/adr/0023-hold-release-bounces.md
create or replace function emulation.report_is_released(report_id bigint) returns boolean
language sql stable as $$
    select coalesce(
        (select told.decision = 'release'
         from emulation.report_decisions as told
         where told.report_id = report_is_released.report_id and told.decision in ('hold', 'release')
         order by told.report_decision_id desc
         limit 1),
        not exists (select from emulation.report_releases as waiting where waiting.report_id = report_is_released.report_id)
        or exists (select from emulation.deliveries as mail where mail.report_id = report_is_released.report_id and mail.sending_at is not null))
$$;
