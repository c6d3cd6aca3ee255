-- A period may be closed again after two people have reopened it; each closing stays as it was.
alter table emulation.wave_closings
    add column edition int not null default 1,
    drop constraint a_period_is_closed_once,
    add constraint a_period_is_closed_once_an_edition unique (plan_code, period_id, edition);

create table emulation.wave_reopening_requests (
    wave_reopening_request_id bigint generated always as identity primary key,
    wave_closing_id bigint not null references emulation.wave_closings,
    reason text not null,
    asked_by text not null,
    asked_at timestamptz not null,
    constraint reopening_has_a_reason check (btrim(reason) <> '')
);

-- A closing that no longer binds.
create table emulation.wave_reopenings (
    wave_closing_id bigint primary key references emulation.wave_closings,
    wave_reopening_request_id bigint not null references emulation.wave_reopening_requests,
    reason text not null,
    asked_by text not null,
    approved_by text not null,
    approved_at timestamptz not null,
    constraint a_second_person_approves check (lower(btrim(asked_by)) <> lower(btrim(approved_by)))
);

-- What a unit says against provisional results.
create table emulation.objections (
    objection_id bigint generated always as identity primary key,
    plan_code text not null,
    unit_id int not null,
    period_id int not null references emulation.periods,
    objection text not null,
    entered_by text not null,
    entered_at timestamptz not null,
    constraint objection_says_something check (btrim(objection) <> '')
);
create index objections_of_a_period on emulation.objections (plan_code, period_id);

create table emulation.objection_answers (
    objection_id bigint primary key references emulation.objections,
    -- upheld: what follows is done by the usual ways (a new file, an adjustment); rejected: the result stands
    decision text not null,
    answer text not null,
    decided_by text not null,
    decided_at timestamptz not null,
    constraint objection_decision_is_known check (decision in ('upheld', 'rejected')),
    constraint answer_says_something check (btrim(answer) <> '')
);

create trigger audit_reopening_request after insert on emulation.wave_reopening_requests for each row
    execute function emulation.audit_row('reopening-asked', 'asked_by', 'wave_reopening_request_id', 'wave_reopening_request_id,wave_closing_id,reason,asked_at');
create trigger audit_reopening after insert on emulation.wave_reopenings for each row
    execute function emulation.audit_row('wave-reopened', 'approved_by', 'wave_closing_id', 'wave_closing_id,wave_reopening_request_id,reason,asked_by,approved_at');
create trigger audit_objection after insert on emulation.objections for each row
    execute function emulation.audit_row('objection', 'entered_by', 'objection_id', 'objection_id,plan_code,unit_id,period_id,objection,entered_at');
create trigger audit_objection_answer after insert on emulation.objection_answers for each row
    execute function emulation.audit_row('objection-answered', 'decided_by', 'objection_id', 'objection_id,decision,answer,decided_at');
