-- What is due is a row: a missed, late, doubled or killed firing changes nothing.
create table emulation.schedule_slots (
    plan_code text not null,
    schedule text not null,
    -- the instant the slot was due
    slot_at timestamptz not null,
    -- the period the run belongs to, also when it happens late; null where the schedule speaks of no period
    period_code text,
    state text not null default 'due',
    attempts int not null default 0,
    lease_number int not null default 0,
    lease_owner text,
    lease_until timestamptz,
    settled_at timestamptz,
    outcome text,
    primary key (plan_code, schedule, slot_at),
    constraint slot_state_is_known check (state in ('due', 'done', 'missed', 'failed'))
);
create index schedule_slots_due on emulation.schedule_slots (slot_at) where state = 'due';
