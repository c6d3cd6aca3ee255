-- A run is one computation of results over a frozen list of inputs; a wave is closed by naming its final run.
create table emulation.runs (
    run_id bigint generated always as identity primary key,
    plan_version_id bigint not null references emulation.plan_versions,
    period_id int not null references emulation.periods,
    kind text not null,
    data_as_of timestamptz not null,
    computed_at timestamptz not null,
    -- SHA-256 over what was counted: unit, form, period, version and file hash of every input, refusals, adjustments
    inputs_hash bytea,
    -- canonical bytes of the results (UTF-8 JSON) and their SHA-256; null while computing
    result bytea,
    result_hash bytea,
    constraint run_kind_is_known check (kind in ('provisional', 'final')),
    constraint result_and_hash_come_together check ((result is null) = (result_hash is null))
);
create index runs_of_a_period on emulation.runs (period_id, run_id);

-- What a run looked at, whether anything had come or not.
create table emulation.run_scopes (
    run_id bigint not null references emulation.runs on delete cascade,
    form text not null,
    period_id int not null,
    primary key (run_id, form, period_id)
);

create table emulation.run_inputs (
    run_id bigint not null references emulation.runs on delete cascade,
    unit_id int not null,
    form text not null,
    period_id int not null,
    submission_id bigint not null,
    version_number int not null,
    received_at timestamptz not null,
    -- when the first accepted version was seen: decides whether the duty was met in time
    first_received_at timestamptz not null,
    primary key (run_id, unit_id, form, period_id)
);

-- What came but could not be accepted in any version when the run was made: the duty "needs fixing".
create table emulation.run_refusals (
    run_id bigint not null references emulation.runs on delete cascade,
    unit_id int not null,
    form text not null,
    period_id int not null,
    primary key (run_id, unit_id, form, period_id)
);

create table emulation.score_adjustments (
    score_adjustment_id bigint generated always as identity primary key,
    plan_code text not null,
    unit_id int not null,
    period_id int not null,
    -- positive: bonus, negative: penalty
    points numeric not null,
    reason text not null,
    evidence text not null,
    entered_by text not null,
    entered_at timestamptz not null,
    constraint points_are_not_zero check (points <> 0)
);

-- The adjustments a run counted: one entered later does not change it.
create table emulation.run_adjustments (
    run_id bigint not null references emulation.runs on delete cascade,
    score_adjustment_id bigint not null references emulation.score_adjustments,
    primary key (run_id, score_adjustment_id)
);

create table emulation.wave_closings (
    wave_closing_id bigint generated always as identity primary key,
    plan_code text not null,
    period_id int not null references emulation.periods,
    run_id bigint not null references emulation.runs,
    closed_at timestamptz not null,
    closed_by text not null,
    constraint a_period_is_closed_once unique (plan_code, period_id)
);

create table emulation.unit_results (
    run_id bigint not null references emulation.runs on delete cascade,
    unit_id int not null,
    block text not null,
    points numeric not null,
    bonus numeric not null,
    penalty numeric not null,
    rank int,
    -- true if the rank is shared and the council must decide
    is_tied boolean not null,
    grade text not null,
    -- gates that barred the top grade, codes in plan order
    gates text[] not null,
    primary key (run_id, unit_id)
);

create table emulation.score_lines (
    run_id bigint not null references emulation.runs on delete cascade,
    unit_id int not null,
    line_number int not null,
    score_group text not null,
    rule_code text not null,
    state text not null,
    max_points numeric not null,
    points numeric not null,
    -- the rule with its numbers filled in, as printed
    arithmetic text not null,
    inputs jsonb not null,
    primary key (run_id, unit_id, line_number)
);
