-- The register of mismatches: two values that should agree and do not, found by runs, decided by people (docs/adr/0019-mismatch-register.md).
-- One entry a mismatch, whatever number of runs meet it. What is said about it is appended, never changed.
create table emulation.mismatches (
    mismatch_id bigint generated always as identity primary key,
    plan_code text not null,
    -- what it is about: the period of a figure, or the wave or year looked at as a whole
    period_id int not null references emulation.periods,
    unit_id int not null,
    -- null: the unit reported nothing at all
    indicator_id int,
    kind text not null,
    -- what it is compared with, where an indicator has several such comparisons; else empty
    against text not null,
    constraint a_mismatch_is_entered_once unique nulls not distinct (plan_code, period_id, unit_id, indicator_id, kind, against)
);
create index mismatches_of_a_kind on emulation.mismatches (plan_code, period_id, kind);

-- What a run looked at, and found agreeing or not: the last one tells when an entry was last seen.
create table emulation.mismatch_looks (
    run_id bigint not null references emulation.runs,
    period_id int not null,
    kind text not null,
    -- the last day whose figures were looked at: a run that looks less far says nothing new
    reached_on date not null,
    looked_at timestamptz not null,
    primary key (run_id, period_id, kind)
);
create index mismatch_looks_of_a_kind on emulation.mismatch_looks (period_id, kind, reached_on, run_id);

-- What a run found about an entry, written when it was new: other values, other cells, or gone.
create table emulation.mismatch_findings (
    mismatch_finding_id bigint generated always as identity primary key,
    mismatch_id bigint not null references emulation.mismatches,
    run_id bigint not null references emulation.runs,
    found_at timestamptz not null,
    -- rises with every change of the values, and when a mismatch comes back; a decision is about one number
    value_number int not null,
    -- true: a run that looked found nothing to disagree any more
    is_gone boolean not null,
    -- what the unit states, and what that is compared with; null where nothing was said, or for dates
    stated numeric,
    stated_on date,
    compared numeric,
    compared_on date,
    -- one Vietnamese sentence with both values; null when gone
    sentence text,
    constraint a_run_finds_once unique (mismatch_id, run_id),
    constraint gone_says_nothing check (is_gone = (sentence is null))
);
create index mismatch_findings_of_an_entry on emulation.mismatch_findings (mismatch_id, mismatch_finding_id);

-- The cells behind both values. No foreign keys, as for figures.
create table emulation.mismatch_cells (
    mismatch_finding_id bigint not null references emulation.mismatch_findings,
    -- true: of the value compared with; false: of the value stated
    is_compared boolean not null,
    submission_id bigint not null,
    unit_id int not null,
    indicator_id int not null,
    period_id int not null,
    source_sheet smallint not null,
    source_row int not null,
    source_column smallint not null,
    primary key (mismatch_finding_id, is_compared, submission_id, unit_id, indicator_id, period_id)
);

create table emulation.mismatch_decisions (
    mismatch_decision_id bigint generated always as identity primary key,
    mismatch_id bigint not null references emulation.mismatches,
    -- the values it was made about: with other values the entry is open again
    value_number int not null,
    -- which value is taken for right; as-is: both stand. Figures and results are never changed by it.
    counts text not null,
    reason text not null,
    decided_by text not null,
    decided_at timestamptz not null,
    constraint what_counts_is_known check (counts in ('stated', 'compared', 'as-is')),
    constraint mismatch_decision_has_a_reason check (btrim(reason) <> '' and btrim(decided_by) <> '')
);
create index mismatch_decisions_of_an_entry on emulation.mismatch_decisions (mismatch_id, mismatch_decision_id);

-- Who sees to an entry until when; the newest counts.
create table emulation.mismatch_follow_ups (
    mismatch_follow_up_id bigint generated always as identity primary key,
    mismatch_id bigint not null references emulation.mismatches,
    -- a unit's code, an office or a post
    owner text not null,
    due_on date not null,
    note text,
    entered_by text not null,
    entered_at timestamptz not null,
    constraint follow_up_names_an_owner check (btrim(owner) <> '' and btrim(entered_by) <> '')
);
create index mismatch_follow_ups_of_an_entry on emulation.mismatch_follow_ups (mismatch_id, mismatch_follow_up_id);

create table emulation.mismatch_follow_up_ends (
    mismatch_follow_up_id bigint primary key references emulation.mismatch_follow_ups,
    note text,
    ended_by text not null,
    ended_at timestamptz not null
);

create function emulation.refuse_mismatch_change() returns trigger
language plpgsql as $$
begin
    raise exception 'the register of mismatches is appended to and never changed' using errcode = 'integrity_constraint_violation';
end
$$;
create trigger mismatches_stay before update or delete on emulation.mismatches for each row execute function emulation.refuse_mismatch_change();
create trigger mismatch_findings_stay before update or delete on emulation.mismatch_findings for each row execute function emulation.refuse_mismatch_change();
create trigger mismatch_cells_stay before update or delete on emulation.mismatch_cells for each row execute function emulation.refuse_mismatch_change();
create trigger mismatch_decisions_stay before update or delete on emulation.mismatch_decisions for each row execute function emulation.refuse_mismatch_change();
create trigger mismatch_follow_ups_stay before update or delete on emulation.mismatch_follow_ups for each row execute function emulation.refuse_mismatch_change();
create trigger mismatch_follow_up_ends_stay before update or delete on emulation.mismatch_follow_up_ends for each row execute function emulation.refuse_mismatch_change();

create trigger audit_mismatch_decision after insert on emulation.mismatch_decisions for each row
    execute function emulation.audit_row('mismatch-decided', 'decided_by', 'mismatch_id', 'mismatch_decision_id,mismatch_id,value_number,counts,reason,decided_at');
create trigger audit_mismatch_follow_up after insert on emulation.mismatch_follow_ups for each row
    execute function emulation.audit_row('mismatch-followed', 'entered_by', 'mismatch_id', 'mismatch_follow_up_id,mismatch_id,owner,due_on,note,entered_at');
create trigger audit_mismatch_follow_up_end after insert on emulation.mismatch_follow_up_ends for each row
    execute function emulation.audit_row('mismatch-follow-up-ended', 'ended_by', 'mismatch_follow_up_id', 'mismatch_follow_up_id,note,ended_at');
