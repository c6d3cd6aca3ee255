-- One row: a file that proves a decision.
-- Parameters: evidence_file_id bigint (null for all), run_id bigint (null for all; else those of the adjustments the run counts)
-- Columns: evidence_file_id, file_name, file_hash, file_size, kept_by, kept_at, decision (its table), decision_id, unit_code, period_code, erasure_id (null unless its content was given up); in order of keeping
-- Rule: docs/adr/0035-evidence-files.md
select
    evidence.evidence_file_id,
    evidence.file_name,
    evidence.file_hash,
    evidence.file_size,
    evidence.kept_by,
    evidence.kept_at,
    case when evidence.score_opinion_id is null then 'score_adjustments' else 'score_opinions' end as decision,
    coalesce(evidence.score_opinion_id, evidence.score_adjustment_id) as decision_id,
    unit.code as unit_code,
    period.code as period_code,
    erased.erasure_id
from emulation.evidence_files as evidence
left join emulation.score_adjustments as adjustment using (score_adjustment_id)
left join emulation.score_opinions as opinion using (score_opinion_id)
join emulation.units as unit on unit.unit_id = coalesce(opinion.unit_id, adjustment.unit_id)
join emulation.periods as period on period.period_id = coalesce(opinion.period_id, adjustment.period_id)
left join emulation.erased_contents as erased on erased.file_hash = evidence.file_hash
where (@evidence_file_id::bigint is null or evidence.evidence_file_id = @evidence_file_id::bigint)
    and (@run_id::bigint is null or exists (
        select from emulation.run_adjustments as counted
        where counted.run_id = @run_id::bigint and counted.score_adjustment_id = evidence.score_adjustment_id))
order by evidence.evidence_file_id
