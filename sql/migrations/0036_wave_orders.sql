-- Somebody at a page had the check list of a wave made, or the wave closed over the list that stood before him: a job does it,
-- the page says how it goes (docs/adr/0027-acting-pages.md, 0036-closing-by-page.md).
create table emulation.wave_orders (
    wave_order_id bigint generated always as identity primary key,
    plan_code text not null,
    period_id int not null references emulation.periods,
    what text not null,
    -- the newest closing when it was asked for; 0 for none
    edition int not null,
    -- the order whose check list was seen; 0 if nothing was to be seen
    seen_order_id bigint not null,
    asked_by text not null,
    asked_at timestamptz not null,
    -- when a job began last; a job that was killed is begun again
    begun_at timestamptz,
    ended_at timestamptz,
    outcome text,
    -- the check list as found; null if none was made
    lines jsonb,
    -- files dropped before the closing that nobody had decided
    undecided int not null default 0,
    constraint wave_order_is_known check (what in ('check', 'close')),
    constraint wave_order_outcome_is_known check (outcome in ('checked', 'closed', 'was-closed', 'changed', 'failed')),
    constraint an_outcome_comes_at_the_end check ((outcome is null) = (ended_at is null))
);
create unique index wave_orders_one_open_a_period on emulation.wave_orders (plan_code, period_id) where ended_at is null;

-- Who had a wave closed over which list; the closing itself has its own entry.
create trigger audit_wave_order after insert on emulation.wave_orders for each row when (new.what = 'close')
    execute function emulation.audit_row('closing-ordered', 'asked_by', 'wave_order_id', 'wave_order_id,plan_code,period_id,edition,seen_order_id,asked_at');
