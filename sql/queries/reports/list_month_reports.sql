-- One row: the newest edition of a month's progress report.
-- Parameters: plan_code text; through date (months that end by that day)
-- Columns: model text (JSON, without the long lists a trend does not need); in order of time
-- Rule: a trend repeats what was sent (docs/adr/0021-faces.md)
select newest.model
from (
    select distinct on (r.period_id) (r.model || '{"scoreCards": [], "figures": [], "questions": [], "explanations": [], "outstanding": [], "trend": []}'::jsonb)::text as model, p.to_on
    from emulation.reports r
    join emulation.periods p on p.period_id = r.period_id
    where r.plan_code = @plan_code and r.kind = 'monthly-progress' and p.to_on <= @through
    order by r.period_id, r.edition desc
) as newest
order by newest.to_on
