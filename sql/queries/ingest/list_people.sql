-- One row: a registration, initiative or award proposal with the names it holds, or an explanation or the name of an evidence file, which may name people. Personal data.
-- @plan_code text
-- source text, submission_id bigint (of an evidence file its number), row_number int, unit_id int, name text (of an explanation its text, of an evidence file its file name), others text (co-authors; null if none), file_hash bytea, folder text, file_name text, kept text (the whole row as JSON); by submission, source and row
-- ADR 0016: what is kept of a person, wherever it stands.
with entries as (
    select 'registrations' as source, submission_id, row_number, name, null as others, to_jsonb(registrations) as kept from emulation.registrations
    union all
    select 'initiatives', submission_id, row_number, author, co_authors, to_jsonb(initiatives) from emulation.initiatives
    union all
    select 'award_proposals', submission_id, row_number, name, null, to_jsonb(award_proposals) from emulation.award_proposals
    union all
    select 'explanations', submission_id, source_row, explanation, null, to_jsonb(explanations) from emulation.explanations
)
select
    entry.source, entry.submission_id, entry.row_number, submission.unit_id, entry.name, entry.others, submission.file_hash,
    submission.folder, submission.file_name, entry.kept::text
from entries as entry
join emulation.submissions as submission using (submission_id)
where submission.plan_code = @plan_code
union all
select
    'evidence_files', proof.evidence_file_id, 1, coalesce(opinion.unit_id, adjustment.unit_id), proof.file_name, null, proof.file_hash,
    '', proof.file_name, (to_jsonb(proof) || jsonb_build_object('reason', coalesce(opinion.reason, adjustment.reason), 'evidence', coalesce(opinion.evidence, adjustment.evidence)))::text
from emulation.evidence_files as proof
left join emulation.score_adjustments as adjustment using (score_adjustment_id)
left join emulation.score_opinions as opinion using (score_opinion_id)
where coalesce(opinion.plan_code, adjustment.plan_code) = @plan_code
order by 2, 1, 3
