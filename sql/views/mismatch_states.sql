-- One row: an entry of the register as it stands: what was last found, whether the unit has explained it, what was decided, who sees to it.
-- Parameters: none
-- Columns: those of mismatches; mismatch_finding_id, run_id and found_at of the newest finding, value_number, stated, stated_on, compared, compared_on,
--   sentence (of the newest finding that was not "gone"), state (gone, decided, explained, open), first_run_id, first_found_at, last_run_id (the newest run that still met it),
--   counts, reason, decided_by, decided_at (null unless decided about the values as they are), follow-up: mismatch_follow_up_id, owner, due_on, note, followed_by (null without an open one)
-- Rule: docs/adr/0019-mismatch-register.md
create or replace view emulation.mismatch_states as
select
    entry.mismatch_id, entry.plan_code, entry.period_id, entry.unit_id, entry.indicator_id, entry.kind, entry.against,
    newest.mismatch_finding_id, newest.run_id, newest.found_at, newest.value_number, told.stated, told.stated_on, told.compared, told.compared_on, told.sentence,
    case
        when newest.is_gone then 'gone'
        when decision.mismatch_decision_id is not null then 'decided'
        when explained.is_explained then 'explained'
        else 'open'
    end as state,
    opening.run_id as first_run_id,
    opening.found_at as first_found_at,
    case when newest.is_gone then told.run_id else greatest(newest.run_id, look.run_id) end as last_run_id,
    decision.counts, decision.reason, decision.decided_by, decision.decided_at,
    follow_up.mismatch_follow_up_id, follow_up.owner, follow_up.due_on, follow_up.note, follow_up.entered_by as followed_by
from emulation.mismatches as entry
cross join lateral (
    select * from emulation.mismatch_findings as finding where finding.mismatch_id = entry.mismatch_id order by mismatch_finding_id desc limit 1
) as newest
cross join lateral (
    select * from emulation.mismatch_findings as finding where finding.mismatch_id = entry.mismatch_id and not is_gone order by mismatch_finding_id desc limit 1
) as told
cross join lateral (
    select * from emulation.mismatch_findings as finding where finding.mismatch_id = entry.mismatch_id order by mismatch_finding_id limit 1
) as opening
cross join lateral (
    select exists (
        select from emulation.mismatch_cells as cell
        join emulation.explanations as explanation using (submission_id, unit_id, indicator_id, period_id)
        where cell.mismatch_finding_id = newest.mismatch_finding_id) as is_explained
) as explained
left join lateral (
    select * from emulation.mismatch_looks as seen
    where seen.period_id = entry.period_id and seen.kind = entry.kind
    order by reached_on desc, run_id desc limit 1
) as look on true
left join lateral (
    select * from (
        select * from emulation.mismatch_decisions as made where made.mismatch_id = entry.mismatch_id order by mismatch_decision_id desc limit 1
    ) as last_made
    where last_made.value_number = newest.value_number and not newest.is_gone
) as decision on true
left join lateral (
    select * from (
        select * from emulation.mismatch_follow_ups as entered where entered.mismatch_id = entry.mismatch_id order by mismatch_follow_up_id desc limit 1
    ) as last_entered
    where not exists (select from emulation.mismatch_follow_up_ends as ended where ended.mismatch_follow_up_id = last_entered.mismatch_follow_up_id)
) as follow_up on true
