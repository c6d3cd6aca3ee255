-- one row: the look to be carried out now; none if it is over
-- @register_look_id bigint; @now timestamptz
-- period_code text
-- computing is safe to do twice: a job that was killed is begun again (ADR 0006, 0027)
update emulation.register_looks as look
set begun_at = @now
from emulation.periods as period
where look.register_look_id = @register_look_id and look.ended_at is null and period.period_id = look.period_id
returning period.code
