-- A report is made once per edition; a delivery is one report to one recipient.
create table emulation.reports (
    report_id bigint generated always as identity primary key,
    plan_code text not null,
    kind text not null,
    period_id int not null references emulation.periods,
    edition int not null default 1,
    run_id bigint references emulation.runs,
    status text not null,
    subject text not null,
    -- the report model (UTF-8 JSON): every face is rendered from it
    model jsonb not null,
    html text not null,
    body_text text not null,
    workbook_name text not null,
    workbook_hash bytea not null,
    workbook bytea not null,
    made_at timestamptz not null,
    constraint report_status_is_known check (status in ('draft', 'provisional', 'final')),
    constraint one_report_per_edition unique (plan_code, kind, period_id, edition)
);

create table emulation.deliveries (
    delivery_id bigint generated always as identity primary key,
    -- null for a mail that is not a report (a reminder)
    report_id bigint references emulation.reports,
    -- what the delivery is about when it is no report: kind, unit, duty, day
    subject_key text not null,
    recipient_code text not null,
    recipient_kind text not null,
    address text not null,
    message_id text not null,
    subject text not null,
    body_text text not null,
    html text not null,
    state text not null default 'queued',
    attempts int not null default 0,
    next_attempt_at timestamptz not null,
    sending_at timestamptz,
    settled_at timestamptz,
    last_answer text,
    lease_number int not null default 0,
    lease_owner text,
    lease_until timestamptz,
    created_at timestamptz not null,
    constraint delivery_state_is_known check (state in ('held', 'queued', 'sending', 'accepted', 'refused', 'bounced', 'uncertain')),
    constraint one_delivery_per_subject_and_address unique (subject_key, address),
    constraint message_ids_are_unique unique (message_id)
);
create index deliveries_waiting on emulation.deliveries (next_attempt_at) where state in ('queued', 'sending');
