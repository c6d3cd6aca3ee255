-- One row: something that was found, decided or arranged about an entry.
-- Parameters: mismatch_id bigint
-- Columns: at timestamptz, what text (found, changed, moved, gone, back, decided, followed, follow-up-ended), run_id (null unless found by a run), who (null if found), stated, stated_on, compared, compared_on, counts, owner, due_on, text; in order of time
-- Rule: docs/adr/0019-mismatch-register.md
with findings as (
    select
        *,
        lag(is_gone) over newest as was_gone,
        lag(value_number) over newest as number_before
    from emulation.mismatch_findings
    where mismatch_id = @mismatch_id
    window newest as (order by mismatch_finding_id)
),

events as (
    select
        found_at as at, 1 as place, mismatch_finding_id as id,
        case
            when is_gone then 'gone'
            when number_before is null then 'found'
            when was_gone then 'back'
            when number_before <> value_number then 'changed'
            else 'moved'
        end as what,
        run_id, null::text as who, stated, stated_on, compared, compared_on, null::text as counts, null::text as owner, null::date as due_on, sentence as text
    from findings
    union all
    select decided_at, 2, mismatch_decision_id, 'decided', null, decided_by, null, null, null, null, counts, null, null, reason
    from emulation.mismatch_decisions where mismatch_id = @mismatch_id
    union all
    select entered_at, 3, mismatch_follow_up_id, 'followed', null, entered_by, null, null, null, null, null, owner, due_on, note
    from emulation.mismatch_follow_ups where mismatch_id = @mismatch_id
    union all
    select ended_at, 4, mismatch_follow_up_id, 'follow-up-ended', null, ended_by, null, null, null, null, null, owner, due_on, ended.note
    from emulation.mismatch_follow_up_ends as ended
    join emulation.mismatch_follow_ups using (mismatch_follow_up_id) where mismatch_id = @mismatch_id
)

select at, what, run_id, who, stated, stated_on, compared, compared_on, counts, owner, due_on, text from events order by at, place, id
