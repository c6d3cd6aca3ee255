-- One row: an objection is answered; none if there is no such objection, or it was answered before.
-- Parameters: objection_id bigint, decision, answer, decided_by text, decided_at timestamptz
-- Columns: objection_id bigint
-- Rule: an answer is given once (docs/adr/0015-reopening.md)
insert into emulation.objection_answers (objection_id, decision, answer, decided_by, decided_at)
select objection.objection_id, @decision, @answer, @decided_by, @decided_at
from emulation.objections as objection
where objection.objection_id = @objection_id
on conflict (objection_id) do nothing
returning objection_id
