-- From a file in the share to figures. A submission row is one dropped file; it is the truth, the queue is a reminder.
create table emulation.submissions (
    submission_id bigint generated always as identity primary key,
    plan_code text not null,
    -- null: the folder belongs to no unit of the plan
    unit_id int,
    -- the directory in which the file was seen, relative to the share, with '/'; '' is the share's root
    folder text not null,
    -- as shown to people, NFC; bytes that are no UTF-8 appear as U+FFFD
    file_name text not null,
    -- raw bytes of the name, to open the file again whatever its form
    file_name_bytes bytea not null,
    seen_at timestamptz not null,
    state text not null default 'claimed',
    file_hash bytea,
    file_size bigint,
    -- what the content is: csv, xlsx, …; null until read
    file_kind text,
    form text,
    period_id int,
    archived_at timestamptz,
    left_inbox_at timestamptz,
    decided_at timestamptz,
    answered_at timestamptz,
    -- one word why, from the rejection catalogue; null for accepted
    verdict_code text,
    duplicate_of bigint,
    figure_count int not null default 0,
    row_count int not null default 0,
    -- the day up to which a wave report's figures are actual
    data_as_of date,
    lease_number int not null default 0,
    lease_owner text,
    lease_until timestamptz,
    attempts int not null default 0,
    constraint submission_state_is_known check (state in
        ('claimed', 'archived', 'accepted', 'rejected', 'duplicate', 'withdrawn', 'quarantined')),
    -- a link, pipe, folder or oversized file is refused without its content being opened
    constraint archived_submission_has_a_hash check (state in ('claimed', 'withdrawn', 'quarantined', 'rejected') or file_hash is not null),
    constraint decided_submission_has_a_time check (state in ('claimed', 'archived') or decided_at is not null)
);
-- One open claim per path of the inbox.
create unique index submissions_one_claim_per_path on emulation.submissions (folder, file_name_bytes) where left_inbox_at is null;
create index submissions_waiting on emulation.submissions (submission_id) where answered_at is null or left_inbox_at is null;
create index submissions_by_content on emulation.submissions (unit_id, file_hash) where state = 'accepted';

-- Submission S is version N of what unit U says in form F about period P; exactly one version counts.
create table emulation.submission_versions (
    submission_id bigint not null references emulation.submissions,
    unit_id int not null,
    form text not null,
    period_id int not null,
    version_number int not null,
    is_current boolean not null,
    received_at timestamptz not null,
    -- stored when its period had already been closed: the closed result stands, a reopening would take it up
    came_after_closing boolean not null default false,
    primary key (unit_id, form, period_id, version_number)
);
create unique index submission_versions_one_counts on emulation.submission_versions (unit_id, form, period_id) where is_current;
create index submission_versions_of_a_submission on emulation.submission_versions (submission_id);

-- Appended per version and never updated. No foreign keys: ids are resolved from these tables in memory before
-- COPY, and the check is made on the set (docs/adr/0003).
create table emulation.figures (
    submission_id bigint not null,
    unit_id int not null,
    indicator_id int not null,
    period_id int not null,
    -- 0 value, 1 not applicable (không phát sinh), 2 not reported (left blank)
    state smallint not null,
    -- per cent for ratios, 1/0 for Có/Không, null for dates and for states other than value
    value numeric,
    -- the estimated part of value, in the same measure; null if all is actual
    estimated numeric,
    numerator numeric,
    denominator numeric,
    on_date date,
    -- where it stands: sheet (1-based, 0 for CSV), row and column (1-based)
    source_sheet smallint not null,
    source_row int not null,
    source_column smallint not null
);
create index figures_of_a_submission on emulation.figures (submission_id);

create table emulation.rejections (
    submission_id bigint not null references emulation.submissions,
    ordinal int not null,
    severity text not null,
    code text not null,
    sheet text,
    row_number int,
    address text,
    found text,
    expected text,
    message text not null,
    cure text not null,
    primary key (submission_id, ordinal),
    constraint severity_is_known check (severity in ('error', 'warning', 'needs-explanation'))
);

-- The answer as the officer got it.
create table emulation.receipts (
    submission_id bigint primary key references emulation.submissions,
    -- where it lies, relative to the share
    folder text not null default '',
    file_name text not null,
    html text not null,
    body_text text not null
);

create table emulation.registrations (
    submission_id bigint not null references emulation.submissions,
    row_number int not null,
    is_collective boolean not null,
    name text not null,
    position text,
    workplace text,
    title_registered text,
    commendation_registered text,
    initiative_planned text,
    note text,
    primary key (submission_id, row_number)
);

create table emulation.initiatives (
    submission_id bigint not null references emulation.submissions,
    row_number int not null,
    title text not null,
    author text not null,
    co_authors text,
    workplace text,
    recognised_on date,
    recognised_by text,
    summary text,
    primary key (submission_id, row_number)
);

create table emulation.award_proposals (
    submission_id bigint not null references emulation.submissions,
    row_number int not null,
    is_collective boolean not null,
    name text not null,
    gender text,
    born_on date,
    position text,
    workplace text,
    title_proposed text,
    commendation_proposed text,
    is_registered boolean,
    initiative_decision text,
    discipline text,
    votes_for int,
    votes_total int,
    summary text,
    primary key (submission_id, row_number)
);
comment on table emulation.award_proposals is 'personal data: names and birth dates stay out of logs and mails';

create table emulation.security_events (
    security_event_id bigint generated always as identity primary key,
    happened_at timestamptz not null,
    kind text not null,
    folder text,
    submission_id bigint,
    detail text not null
);

-- Times when the share could not be read; lateness of those hours is ours, not the unit's.
create table emulation.outages (
    outage_id bigint generated always as identity primary key,
    kind text not null,
    began_at timestamptz not null,
    ended_at timestamptz
);
create unique index outages_one_open_per_kind on emulation.outages (kind) where ended_at is null;

-- A file seen in the share and not yet taken: it counts as received when it was first seen, whatever happens to our process since.
create table emulation.sightings (
    folder text not null,
    file_name_bytes bytea not null,
    -- another file under the same name is another sighting
    inode bigint not null,
    seen_at timestamptz not null,
    primary key (folder, file_name_bytes)
);

-- The share we once laid out at a path. An empty mount point has no marker and is not taken for it.
create table emulation.shares (
    path text primary key,
    share_id uuid not null,
    initialised_at timestamptz not null
);
