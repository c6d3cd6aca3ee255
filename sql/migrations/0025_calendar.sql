-- Pauses, alarms and back-fills of the schedule. After 0012, whose audit functions it uses.
alter table emulation.schedule_slots
    -- by the database's clock: a slot found after an outage is given a moment before it counts as overdue
    add column noted_at timestamptz not null default clock_timestamp(),
    -- the action has asked to be called again not before then (the host's clock), and why; null while it need not wait
    add column not_before timestamptz,
    add column waits_for text,
    -- hold: what the slot makes is kept back from the mail until a person releases it
    add column mailing text not null default 'send',
    add constraint slot_mailing_is_known check (mailing in ('send', 'hold'));

-- A person stops a schedule for a while; what comes due meanwhile waits. A pause is over at ends_at by itself, or earlier by a resumption.
create table emulation.schedule_pauses (
    schedule_pause_id bigint generated always as identity primary key,
    plan_code text not null,
    schedule text not null,
    reason text not null,
    paused_by text not null,
    paused_at timestamptz not null,
    -- the first instant after the pause, by the host's clock
    ends_at timestamptz not null,
    constraint pause_has_a_reason_and_a_person check (btrim(reason) <> '' and btrim(paused_by) <> ''),
    constraint pause_ends_after_it_begins check (ends_at > paused_at)
);
create index schedule_pauses_of_a_schedule on emulation.schedule_pauses (plan_code, schedule, ends_at);

create table emulation.schedule_resumptions (
    schedule_pause_id bigint primary key references emulation.schedule_pauses,
    resumed_by text not null,
    resumed_at timestamptz not null,
    constraint resumption_has_a_person check (btrim(resumed_by) <> '')
);

-- A slot that produced nothing when it should have, once a slot and kind. Schedule 'sweep' stands for the tick itself.
create table emulation.schedule_alarms (
    schedule_alarm_id bigint generated always as identity primary key,
    plan_code text not null,
    schedule text not null,
    slot_at timestamptz not null,
    kind text not null,
    said text,
    raised_at timestamptz not null,
    -- the mail that tells of it, fixed before it is queued; null until one is begun
    mail_key text,
    mailed_at timestamptz,
    constraint one_alarm_per_slot_and_kind unique (plan_code, schedule, slot_at, kind),
    constraint alarm_kind_is_known check (kind in ('overdue', 'failed', 'missed', 'no-report', 'silent'))
);
create index schedule_alarms_to_mail on emulation.schedule_alarms (plan_code, schedule_alarm_id) where mailed_at is null;

-- A person had a run of the past made, or made again.
create table emulation.back_fills (
    back_fill_id bigint generated always as identity primary key,
    plan_code text not null,
    schedule text not null,
    slot_at timestamptz not null,
    period_code text,
    -- what stood there before: absent, or the slot's state
    found text not null,
    mailing text not null,
    ordered_by text not null,
    ordered_at timestamptz not null,
    constraint back_fill_mailing_is_known check (mailing in ('send', 'hold')),
    constraint back_fill_has_a_person check (btrim(ordered_by) <> '')
);

create trigger audit_schedule_pause after insert on emulation.schedule_pauses for each row
    execute function emulation.audit_row('schedule-paused', 'paused_by', 'schedule_pause_id', 'schedule_pause_id,plan_code,schedule,reason,paused_at,ends_at');
create trigger audit_schedule_resumption after insert on emulation.schedule_resumptions for each row
    execute function emulation.audit_row('schedule-resumed', 'resumed_by', 'schedule_pause_id', 'schedule_pause_id,resumed_at');
create trigger audit_schedule_alarm after insert on emulation.schedule_alarms for each row
    execute function emulation.audit_row('schedule-alarm', '', 'schedule_alarm_id', 'schedule_alarm_id,plan_code,schedule,slot_at,kind,raised_at');
create trigger audit_back_fill after insert on emulation.back_fills for each row
    execute function emulation.audit_row('back-filled', 'ordered_by', 'back_fill_id', 'back_fill_id,plan_code,schedule,slot_at,period_code,found,mailing,ordered_at');

create function emulation.refuse_pause_change() returns trigger
language plpgsql as $$
begin
    raise exception 'pauses, resumptions and back-fills are appended and never changed' using errcode = 'integrity_constraint_violation';
end
$$;
create trigger schedule_pauses_stay before update or delete on emulation.schedule_pauses for each row execute function emulation.refuse_pause_change();
create trigger schedule_resumptions_stay before update or delete on emulation.schedule_resumptions for each row execute function emulation.refuse_pause_change();
create trigger back_fills_stay before update or delete on emulation.back_fills for each row execute function emulation.refuse_pause_change();
