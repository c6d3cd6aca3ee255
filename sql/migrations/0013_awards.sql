-- What the award law asks of a dossier beyond the first form; null where the file does not say.
alter table emulation.award_proposals
    -- mức hoàn thành nhiệm vụ, as the form spells it
    add column completion text,
    add column recruited_on date,
    -- numbers of earlier award decisions, as written
    add column earlier_decisions text,
    -- true: works directly; false: leads
    add column is_direct_worker boolean,
    -- of a collective: members, those who reach lao động tiên tiến, those who reach chiến sĩ thi đua cơ sở
    add column staff_count int,
    add column advanced_count int,
    add column fighter_count int;

-- What the emulation council decided about a proposal; appended, the newest counts.
create table emulation.award_decisions (
    award_decision_id bigint generated always as identity primary key,
    submission_id bigint not null,
    row_number int not null,
    decision text not null,
    -- what was decided instead of what was proposed; null unless changed
    title_decided text,
    reason text not null,
    decided_by text not null,
    decided_at timestamptz not null,
    foreign key (submission_id, row_number) references emulation.award_proposals,
    constraint award_decision_is_known check (decision in ('granted', 'changed', 'refused', 'postponed')),
    constraint a_changed_award_names_the_title check ((decision = 'changed') = (title_decided is not null))
);
create index award_decisions_of_a_proposal on emulation.award_decisions (submission_id, row_number);
create trigger audit_award_decision after insert on emulation.award_decisions for each row
    execute function emulation.audit_row('award-decided', 'decided_by', 'award_decision_id', 'award_decision_id,submission_id,row_number,decision,title_decided,decided_at');
