-- One row: an objection to a period's results that was decided after the data of one run and up to those of another.
-- Parameters: plan_code text, period_id int, before bigint, now bigint (runs)
-- Columns: objection_id bigint, unit_id int, is_upheld boolean, answer, decided_by text; in order of decision
-- Rule: a corrigendum says why results changed (docs/adr/0015-reopening.md)
select objection.objection_id, objection.unit_id, answer.decision = 'upheld' as is_upheld, answer.answer, answer.decided_by
from emulation.objections as objection
join emulation.objection_answers as answer using (objection_id)
join emulation.runs as earlier on earlier.run_id = @before
join emulation.runs as later on later.run_id = @now
where objection.plan_code = @plan_code and objection.period_id = @period_id
    and answer.decided_at > earlier.data_as_of and answer.decided_at <= later.data_as_of
order by answer.decided_at, objection.objection_id
