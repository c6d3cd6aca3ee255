-- One row: a closing of a period, reopened since or not.
-- Parameters: plan_code text, period_id int
-- Columns: edition int, run_id bigint, mark text (the first 12 hexadecimal digits of the result's hash); by edition
-- Rule: a score card's key names the closing it tells of (docs/adr/0030-mail-hours.md)
select closing.edition, closing.run_id, left(encode(run.result_hash, 'hex'), 12) as mark
from emulation.wave_closings as closing
join emulation.runs as run using (run_id)
where closing.plan_code = @plan_code and closing.period_id = @period_id
order by closing.edition
