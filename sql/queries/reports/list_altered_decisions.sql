-- One row: a decision that is not as the audit log says it was made: changed, removed, or put in without an entry.
-- no parameters
-- Columns: decision (its table), decision_id bigint, fate (altered, removed, added), in order
-- Rule: a decision exists if and only if its entry does, and says the same (docs/adr/0013-audit.md)
with told as (
    select
        split_part(entry.subject, ' ', 1) as decision,
        split_part(entry.subject, ' ', 2)::bigint as decision_id,
        entry.actor,
        payload.payload::jsonb as line
    from emulation.audit_entries as entry
    join emulation.audit_payloads as payload using (audit_id)
    where entry.kind in ('score-adjusted', 'score-opinion', 'evidence-kept', 'wave-closed', 'reopening-asked', 'reopening-declined', 'wave-reopened', 'objection', 'objection-answered', 'award-decided', 'person-erased')
),

kept as (
    select 'score_adjustments' as decision, score_adjustment_id as decision_id, entered_by as actor, to_jsonb(adjustment) as line from emulation.score_adjustments as adjustment
    union all
    select 'score_opinions', score_opinion_id, given_by, to_jsonb(opinion) from emulation.score_opinions as opinion
    union all
    select 'evidence_files', evidence_file_id, kept_by, to_jsonb(evidence) from emulation.evidence_files as evidence
    union all
    select 'wave_closings', wave_closing_id, closed_by, to_jsonb(closing) from emulation.wave_closings as closing
    union all
    select 'wave_reopening_requests', wave_reopening_request_id, asked_by, to_jsonb(request) from emulation.wave_reopening_requests as request
    union all
    select 'wave_reopening_refusals', wave_reopening_request_id, declined_by, to_jsonb(refusal) from emulation.wave_reopening_refusals as refusal
    union all
    select 'wave_reopenings', wave_closing_id, approved_by, to_jsonb(reopening) from emulation.wave_reopenings as reopening
    union all
    select 'objections', objection_id, entered_by, to_jsonb(objection) from emulation.objections as objection
    union all
    select 'objection_answers', objection_id, decided_by, to_jsonb(answer) from emulation.objection_answers as answer
    union all
    select 'award_decisions', award_decision_id, decided_by, to_jsonb(award) from emulation.award_decisions as award
    union all
    select 'erasures', erasure_id, erased_by, to_jsonb(erasure) from emulation.erasures as erasure
)

select
    decision,
    decision_id,
    case when told.line is null then 'added' when kept.line is null then 'removed' else 'altered' end as fate
from told
full join kept using (decision, decision_id)
where told.line is null
    or kept.line is null
    or told.actor is distinct from kept.actor
    -- The entry may tell more than the row (a closing names its hashes); an instant may be written in another time zone.
    or exists (
        select
        from jsonb_each(told.line) as said
        where kept.line -> said.key is not null
            and case
                when said.key like '%\_at' then (said.value #>> '{}')::timestamptz is distinct from (kept.line ->> said.key)::timestamptz
                else said.value is distinct from kept.line -> said.key
            end)
order by decision, decision_id
