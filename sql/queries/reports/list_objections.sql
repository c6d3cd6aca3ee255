-- One row: an objection to the results of a period, with its answer.
-- Parameters: plan_code text, period_id int
-- Columns: objection_id bigint, unit_id int, objection, entered_by text, entered_at timestamptz, decision, answer, decided_by text, decided_at timestamptz (null while unanswered); in order of entry
-- Rule: docs/adr/0015-reopening.md
select
    objection.objection_id, objection.unit_id, objection.objection, objection.entered_by, objection.entered_at,
    answer.decision, answer.answer, answer.decided_by, answer.decided_at
from emulation.objections as objection
left join emulation.objection_answers as answer using (objection_id)
where objection.plan_code = @plan_code and objection.period_id = @period_id
order by objection.objection_id
