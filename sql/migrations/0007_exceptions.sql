-- Answers by which an officer can mend a file: the workbook returned, trials, withdrawals, exceptions after the lock (docs/adr/0011-answers.md).

-- Two states more: checked (a trial: read and answered, nothing of it counts) and withdrawal (a marker that took a submission back).
alter table emulation.submissions drop constraint submission_state_is_known;
alter table emulation.submissions add constraint submission_state_is_known check (state in
    ('claimed', 'archived', 'accepted', 'rejected', 'duplicate', 'withdrawn', 'quarantined', 'checked', 'withdrawal'));
alter table emulation.submissions drop constraint archived_submission_has_a_hash;
alter table emulation.submissions add constraint archived_submission_has_a_hash check (
    state in ('claimed', 'withdrawn', 'quarantined', 'rejected', 'checked') or file_hash is not null);

-- The officer's own workbook with the places to mend coloured and commented; it lies beside the receipt.
create table emulation.returned_workbooks (
    submission_id bigint primary key references emulation.receipts,
    file_name text not null,
    content bytea not null
);
-- A package is packed already.
alter table emulation.returned_workbooks alter column content set storage external;

-- The marker by which the unit took a version back; then nothing counts until something is sent again.
alter table emulation.submission_versions add column withdrawn_by bigint references emulation.submissions;
alter table emulation.submission_versions add constraint withdrawn_version_does_not_count check (withdrawn_by is null or not is_current);

-- One unit may hand in one form of one period after the lock, until a day.
create table emulation.deadline_exceptions (
    exception_id bigint generated always as identity primary key,
    plan_code text not null,
    unit_id int not null,
    duty text not null,
    form text not null,
    period_id int not null,
    -- the last business day on which it is open
    until_day date not null,
    reason text not null,
    granted_by text not null,
    granted_at timestamptz not null,
    revoked_at timestamptz,
    revoked_by text,
    revoked_because text,
    constraint revocation_is_whole check (num_nulls(revoked_at, revoked_by, revoked_because) in (0, 3)),
    constraint exception_has_a_reason check (reason <> '' and granted_by <> '')
);
-- Whoever wants a longer one revokes the first.
create unique index deadline_exceptions_one_open on emulation.deadline_exceptions (unit_id, form, period_id) where revoked_at is null;

-- What an accepted file was taken by, if it came after the lock.
create table emulation.exceptions_used (
    submission_id bigint not null references emulation.submissions,
    exception_id bigint not null references emulation.deadline_exceptions,
    primary key (submission_id, exception_id)
);
