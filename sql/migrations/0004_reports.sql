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
    -- the report model (JSON): every face is rendered from it
    model jsonb not null,
    html text not null,
    body_text text not null,
    workbook_name text not null,
    workbook_hash bytea not null,
    workbook bytea not null,
    made_at timestamptz not null,
    -- why this edition replaces the one before; null for the first
    reason text,
    constraint report_status_is_known check (status in ('draft', 'provisional', 'final')),
    constraint one_report_per_edition unique (plan_code, kind, period_id, edition),
    constraint a_later_edition_has_a_reason check ((edition = 1) = (reason is null)),
    constraint workbook_hash_is_sha256 check (octet_length(workbook_hash) = 32)
);

create table emulation.deliveries (
    delivery_id bigint generated always as identity primary key,
    -- null for a mail that is not a report (a reminder)
    report_id bigint references emulation.reports,
    -- what the delivery is about: report:<plan>:<kind>:<period>:<edition> or reminder:<plan>:<unit>:<day>
    subject_key text not null,
    recipient_code text not null,
    -- to, cc, or unit for a reminder
    recipient_kind text not null,
    -- in lower case
    address text not null,
    message_id text not null,
    sender_name text not null,
    sender_address text not null,
    subject text not null,
    body_text text not null,
    html text not null,
    state text not null default 'queued',
    attempts int not null default 0,
    next_attempt_at timestamptz not null,
    -- the transport the mail was last handed to: only that one can be asked what became of it
    transport text,
    sending_at timestamptz,
    settled_at timestamptz,
    last_answer text,
    lease_number int not null default 0,
    -- the number of the advisory lock that the sender holds while it lives
    lease_owner text,
    lease_until timestamptz,
    created_at timestamptz not null,
    constraint delivery_state_is_known check (state in ('held', 'queued', 'sending', 'accepted', 'refused', 'bounced', 'uncertain')),
    constraint one_delivery_per_subject_and_address unique (subject_key, address),
    constraint message_ids_are_unique unique (message_id),
    constraint only_an_open_delivery_is_unsettled check ((state in ('queued', 'sending')) = (settled_at is null))
);
create index deliveries_waiting on emulation.deliveries (next_attempt_at) where state in ('queued', 'sending');
create index deliveries_of_a_report on emulation.deliveries (report_id);

-- Every change of a delivery's state, appended only: who decided what about a mail, and what the server said.
create table emulation.delivery_events (
    delivery_event_id bigint generated always as identity primary key,
    delivery_id bigint not null references emulation.deliveries,
    happened_at timestamptz not null,
    state text not null,
    attempt int not null,
    answer text,
    -- the person who decided; null for the system
    decided_by text
);
create index delivery_events_of_a_delivery on emulation.delivery_events (delivery_id);
