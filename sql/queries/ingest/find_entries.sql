-- One row: a line of a list that an accepted file brought, its cells as they are printed. Personal data, for the unit's own receipt.
-- @submission_ids bigint[], @yes text, @no text, @collective text, @person text
-- submission_id bigint, row_number int, cells text[] (in the order of EntryLines); in order of submission and row
-- docs/adr/0011-answers.md: a changed file is answered with what changed
select
    submission_id, row_number,
    array[
        name, case when is_collective then @collective else @person end, position, workplace, title_registered, commendation_registered, initiative_planned, note
    ] as cells
from emulation.registrations
where submission_id = any (@submission_ids)
union all
select submission_id, row_number, array[title, author, co_authors, workplace, to_char(recognised_on, 'DD/MM/YYYY'), recognised_by, summary]
from emulation.initiatives
where submission_id = any (@submission_ids)
union all
select
    submission_id, row_number,
    array[
        name, case when is_collective then @collective else @person end, gender, to_char(born_on, 'DD/MM/YYYY'), position, workplace, title_proposed, commendation_proposed,
        case when is_registered then @yes when not is_registered then @no end, initiative_decision, discipline, completion, to_char(recruited_on, 'DD/MM/YYYY'),
        earlier_decisions, case when is_direct_worker then @yes when not is_direct_worker then @no end, staff_count::text, advanced_count::text, fighter_count::text,
        votes_for::text, votes_total::text, summary
    ]
from emulation.award_proposals
where submission_id = any (@submission_ids)
order by submission_id, row_number
