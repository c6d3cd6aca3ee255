-- What a unit gives itself for a line of the rule set, and what the council decides: beside the computed points, never instead of them.
-- Appended; of each kind the newest entry of a unit, period and rule counts. After 0012, whose audit functions it uses.
create table emulation.score_opinions (
    score_opinion_id bigint generated always as identity primary key,
    plan_code text not null,
    unit_id int not null,
    -- a wave, or the year: the year is a period of its own
    period_id int not null references emulation.periods,
    rule_code text not null,
    kind text not null,
    points numeric not null,
    reason text,
    evidence text,
    given_by text not null,
    given_at timestamptz not null,
    constraint score_opinion_kind_is_known check (kind in ('self', 'council')),
    constraint opinion_points_are_not_negative check (points >= 0),
    constraint a_council_gives_its_reason check (kind = 'self' or reason is not null)
);
create index score_opinions_of_a_unit on emulation.score_opinions (plan_code, period_id, unit_id);

create trigger audit_score_opinion after insert on emulation.score_opinions for each row
    execute function emulation.audit_row('score-opinion', 'given_by', 'score_opinion_id', 'score_opinion_id,plan_code,unit_id,period_id,rule_code,kind,points,reason,evidence,given_at');

create function emulation.refuse_opinion_change() returns trigger
language plpgsql as $$
begin
    raise exception 'score opinions are appended and never changed' using errcode = 'integrity_constraint_violation';
end
$$;
create trigger score_opinions_stay before update or delete on emulation.score_opinions for each row execute function emulation.refuse_opinion_change();
