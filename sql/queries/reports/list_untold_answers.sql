-- One row: an objection that was answered and whose unit nobody has written to yet.
-- Parameters: plan_code text, since timestamptz (answers given before it are left alone)
-- Columns: objection_id bigint, unit_id, period_id int, objection, entered_by text, entered_at timestamptz, decision, answer, decided_by text, decided_at timestamptz; in order of answering
-- Rule: the mail's key names the objection (docs/adr/0037-provisional-cards.md)
select
    objection.objection_id, objection.unit_id, objection.period_id, objection.objection, objection.entered_by, objection.entered_at,
    answer.decision, answer.answer, answer.decided_by, answer.decided_at
from emulation.objection_answers as answer
join emulation.objections as objection using (objection_id)
where objection.plan_code = @plan_code
    and answer.decided_at > @since
    and not exists (select from emulation.deliveries as told where told.subject_key = 'objection-answer:' || objection.objection_id)
order by answer.decided_at, objection.objection_id
