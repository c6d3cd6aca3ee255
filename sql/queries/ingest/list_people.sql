-- One row: a registration, initiative or award proposal with the names it holds, or an explanation, which may name people. Personal data.
-- @plan_code text
-- source text, submission_id bigint, row_number int, unit_id int, name text (of an explanation its text), others text (co-authors; null if none), file_hash bytea, folder text, file_name text, kept text (the whole row as JSON); by submission and row
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
order by entry.submission_id, entry.source, entry.row_number
