-- What is due is a row: a missed, late, doubled or killed firing changes nothing.
create table emulation.schedule_slots (
    plan_code text not null,
    schedule text not null,
    -- the instant the slot was due
    slot_at timestamptz not null,
    -- the period the run belongs to, also when it happens late; null where the schedule speaks of no period
    period_code text,
    -- due: waits or runs; failed: the last attempt failed and another follows at retry_at; done and missed are ends
    state text not null default 'due',
    attempts int not null default 0,
    -- leases and retries go by the database's clock, slot_at and settled_at by the host's
    lease_number int not null default 0,
    lease_owner text,
    lease_until timestamptz,
    retry_at timestamptz,
    -- what the last failed attempt said; null after success
    fault text,
    settled_at timestamptz,
    -- what came of it, one Vietnamese sentence
    outcome text,
    primary key (plan_code, schedule, slot_at),
    constraint slot_state_is_known check (state in ('due', 'done', 'missed', 'failed')),
    constraint settled_slot_has_a_time check ((state in ('done', 'missed')) = (settled_at is not null))
);
create index schedule_slots_open on emulation.schedule_slots (plan_code, slot_at) where state in ('due', 'failed');

-- Up to which instant slots have been written down. Slots before the first look (began_at) are not filled in later.
create table emulation.schedule_horizons (
    plan_code text primary key,
    began_at timestamptz not null,
    planned_until timestamptz not null
);

-- Signs of life, by the database's clock: a silent sweep is an alarm.
create table emulation.heartbeats (
    name text primary key,
    beat_at timestamptz not null,
    host text not null
);
