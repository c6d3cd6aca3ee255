-- Reports that wait for the office's look, mails a person ordered again, and mails that came back. After 0012, whose audit functions it uses.

-- When a report is mailed, and what silence until then means; made with the report. A report without such a row went at once.
create table emulation.report_releases (
    report_id bigint primary key references emulation.reports,
    send_at timestamptz not null,
    -- send: mailed at send_at unless a person held it; keep: held until a person releases it
    if_unanswered text not null,
    -- when the owner was told that the send time passed and the report is still held; null: not told
    owner_told_at timestamptz,
    constraint silence_has_a_meaning check (if_unanswered in ('send', 'keep'))
);

-- What persons decided about the mails of a report; appended only, the newest entry of a report counts.
create table emulation.report_decisions (
    report_decision_id bigint generated always as identity primary key,
    report_id bigint not null references emulation.reports,
    decision text not null,
    -- null for a release
    reason text,
    decided_by text not null,
    decided_at timestamptz not null,
    constraint report_decision_is_known check (decision in ('hold', 'release', 'resend')),
    constraint whoever_stops_or_repeats_says_why check (decision = 'release' or reason is not null)
);
create index report_decisions_of_a_report on emulation.report_decisions (report_id, report_decision_id);

create trigger audit_report_decision after insert on emulation.report_decisions for each row
    execute function emulation.audit_row('report-decided', 'decided_by', 'report_decision_id', 'report_decision_id,report_id,decision,reason,decided_by,decided_at');
create trigger audit_report_release after insert on emulation.report_releases for each row
    execute function emulation.audit_row('report-waits', '', 'report_id', 'report_id,send_at,if_unanswered');

create function emulation.refuse_report_decision_change() returns trigger
language plpgsql as $$
begin
    raise exception 'decisions about reports are appended and never changed' using errcode = 'integrity_constraint_violation';
end
$$;
create trigger report_decisions_stay before update or delete on emulation.report_decisions for each row execute function emulation.refuse_report_decision_change();

alter table emulation.deliveries
    -- true: held with its report, by rule or by a person; false where the address may not be mailed from here
    add column is_held_with_report boolean not null default false,
    -- state and attempt of which the owner was told; null: nothing to tell yet
    add column owner_told_of text,
    add constraint only_held_mails_are_held_with_their_report check (not is_held_with_report or state = 'held');
create index deliveries_lately_sent on emulation.deliveries (sending_at) where sending_at is not null;

-- Files of a mail that belongs to no report, e.g. a test send; made once with the mail.
create table emulation.delivery_files (
    delivery_id bigint not null references emulation.deliveries,
    -- 1-based
    position int not null,
    -- ASCII
    name text not null,
    media_type text not null,
    content bytea not null,
    -- the name by which the HTML body shows the picture (cid:); null for an attachment
    content_id text,
    primary key (delivery_id, position),
    constraint mail_file_names_are_plain check (name ~ '^[A-Za-z0-9][A-Za-z0-9._-]*$')
);

-- How far the bounce mailbox was read. Nothing in the mailbox is changed, so it is remembered here.
create table emulation.bounce_mailboxes (
    -- user, host and folder
    mailbox text primary key,
    -- the mailbox's own number; when it changes, all uids are new and everything is read again
    uid_validity bigint not null,
    last_uid bigint not null,
    read_at timestamptz not null
);

-- Delivery status notifications that were matched with a mail; appended only. The same notification never counts twice.
create table emulation.bounces (
    bounce_id bigint generated always as identity primary key,
    delivery_id bigint not null references emulation.deliveries,
    -- SHA-256 of the notification as it lies in the mailbox
    notification_hash bytea not null,
    -- enhanced status code (RFC 3463), e.g. 5.1.1
    status text not null,
    -- the other server's words, one line
    diagnostic text not null,
    -- false where the mail stood in no state that a bounce changes, e.g. a person had decided already
    changed_state boolean not null,
    found_at timestamptz not null,
    constraint one_bounce_per_notification unique (delivery_id, notification_hash),
    constraint notification_hash_is_sha256 check (octet_length(notification_hash) = 32)
);
create trigger audit_bounce after insert on emulation.bounces for each row
    execute function emulation.audit_row('bounce', '', 'delivery_id', 'bounce_id,delivery_id,status,changed_state,found_at');
