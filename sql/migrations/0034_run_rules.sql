-- What a run was computed by, so that it can be computed again as then (docs/adr/0033-duties-by-period.md).
-- Null: made before the number was kept.
alter table emulation.runs add column computed_by smallint;
comment on column emulation.runs.computed_by is 'number of the rules of computing (ComputingRules); part of the hash where not null';

-- What is owed for a period by the plan version that held for it, where the run's own version says otherwise.
create table emulation.run_duties (
    run_id bigint not null references emulation.runs on delete cascade,
    duty text not null,
    period_id int not null,
    form text not null,
    opens_on date not null,
    cutoff_on date not null,
    due_on date not null,
    locks_on date not null,
    -- of the units of the run's version; none where the period's version does not ask for it
    owing_unit_ids int[] not null,
    exempt_unit_ids int[] not null,
    primary key (run_id, duty, period_id)
);

-- Somebody at a page had the register looked through again: a job computes, the page says how it goes (docs/adr/0027-acting-pages.md).
create table emulation.register_looks (
    register_look_id bigint generated always as identity primary key,
    plan_code text not null,
    period_id int not null references emulation.periods,
    asked_by text not null,
    asked_at timestamptz not null,
    -- when a job began last; a job that was killed is begun again
    begun_at timestamptz,
    ended_at timestamptz,
    -- null if it failed
    run_id bigint references emulation.runs,
    constraint a_run_comes_at_the_end check (run_id is null or ended_at is not null)
);
create unique index register_looks_one_open_a_period on emulation.register_looks (plan_code, period_id) where ended_at is null;

-- The outages as a run knew them: a silence of all hosts is written down only when it is over, with a beginning that may lie before the run.
-- Of a run whose rules are not numbered they are read from emulation.outages as before.
create table emulation.run_outages (
    run_id bigint not null references emulation.runs on delete cascade,
    outage_id bigint not null references emulation.outages,
    -- null if it still lasted then
    ended_at timestamptz,
    primary key (run_id, outage_id)
);
