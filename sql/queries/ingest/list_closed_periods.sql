-- One row: a period of the plan whose results are closed.
-- @plan_code text
-- code text, closed_at timestamptz; in order of code
-- design §7: a closed wave never changes; what comes later is kept and marked.
select period.code, closing.closed_at
from emulation.binding_closings as closing
join emulation.periods as period on period.period_id = closing.period_id
where closing.plan_code = @plan_code
order by period.code
