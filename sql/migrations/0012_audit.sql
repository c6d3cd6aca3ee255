-- What was changed by whom: appended in the transaction of the change, chained by hash soon after, never altered.
create table emulation.audit_entries (
    audit_id bigint generated always as identity primary key,
    -- the database's clock
    recorded_at timestamptz not null default clock_timestamp(),
    kind text not null,
    -- the person who decided; the database role where nobody did
    actor text not null,
    -- what it is about, e.g. 'submission 17'
    subject text not null,
    -- SHA-256 of the payload's text
    payload_hash bytea not null,
    constraint payload_hash_is_sha256 check (octet_length(payload_hash) = 32)
);

-- The changed row's telling columns as JSON text; no names of nominees. Apart from the entry, so that it could be erased without breaking the chain.
create table emulation.audit_payloads (
    audit_id bigint primary key,
    payload text not null
);

-- Entries that the chain has not yet taken up; at rest empty within a minute.
create table emulation.audit_unsealed (
    audit_id bigint primary key
);

create table emulation.audit_chain (
    audit_number bigint primary key,
    audit_id bigint not null unique,
    -- null for number 1 only
    previous_hash bytea,
    entry_hash bytea not null,
    constraint audit_numbers_begin_at_one check ((audit_number = 1) = (previous_hash is null)),
    constraint entry_hash_is_sha256 check (octet_length(entry_hash) = 32)
);

create function emulation.record_audit(kind text, actor text, subject text, payload jsonb) returns void
language sql as $$
    with entry as (
        insert into emulation.audit_entries (kind, actor, subject, payload_hash)
        values (kind, coalesce(actor, session_user), subject, sha256(convert_to(payload::text, 'UTF8')))
        returning audit_id
    ),
    kept as (
        insert into emulation.audit_payloads (audit_id, payload) select entry.audit_id, record_audit.payload::text from entry
    )
    insert into emulation.audit_unsealed (audit_id) select entry.audit_id from entry
$$;

-- Arguments: kind; the column that names the person, or ''; the column that names the subject; the columns that tell.
create function emulation.audit_row() returns trigger
language plpgsql as $$
declare
    line jsonb := to_jsonb(new);
begin
    perform emulation.record_audit(
        tg_argv[0],
        line ->> tg_argv[1],
        tg_table_name || ' ' || (line ->> tg_argv[2]),
        (select jsonb_object_agg(told.key, told.value) from jsonb_each(line) as told where told.key = any (string_to_array(tg_argv[3], ','))));
    return null;
end
$$;

create function emulation.audit_wave_closing() returns trigger
language plpgsql as $$
begin
    perform emulation.record_audit(
        'wave-closed', new.closed_by, 'wave_closings ' || new.wave_closing_id,
        to_jsonb(new) || (
            select jsonb_build_object('result_hash', encode(run.result_hash, 'hex'), 'inputs_hash', encode(run.inputs_hash, 'hex'), 'plan_version_id', run.plan_version_id)
            from emulation.runs as run where run.run_id = new.run_id));
    return null;
end
$$;

create trigger audit_plan_version after insert on emulation.plan_versions for each row
    execute function emulation.audit_row('plan-applied', 'applied_by', 'plan_version_id', 'plan_version_id,plan_code,version_number,content_hash,holds_from,legal_basis,applied_at');
create trigger audit_submission after update of state on emulation.submissions for each row
    when (old.state is distinct from new.state and new.state not in ('claimed', 'archived'))
    execute function emulation.audit_row('submission-decided', '', 'submission_id', 'submission_id,plan_code,unit_id,seen_at,state,file_hash,file_size,form,period_id,verdict_code,duplicate_of,figure_count,decided_at');
create trigger audit_score_adjustment after insert on emulation.score_adjustments for each row
    execute function emulation.audit_row('score-adjusted', 'entered_by', 'score_adjustment_id', 'score_adjustment_id,plan_code,unit_id,period_id,points,reason,evidence,entered_at');
create trigger audit_wave_closing after insert on emulation.wave_closings for each row
    execute function emulation.audit_wave_closing();
create trigger audit_report after insert on emulation.reports for each row
    execute function emulation.audit_row('report-made', '', 'report_id', 'report_id,plan_code,kind,period_id,edition,run_id,status,workbook_hash,made_at,reason');
create trigger audit_delivery after insert on emulation.delivery_events for each row
    execute function emulation.audit_row('delivery', 'decided_by', 'delivery_id', 'delivery_id,happened_at,state,attempt');
create trigger audit_security_event after insert on emulation.security_events for each row
    execute function emulation.audit_row('security-event', '', 'security_event_id', 'security_event_id,happened_at,kind,submission_id');

create function emulation.refuse_audit_change() returns trigger
language plpgsql as $$
begin
    raise exception 'audit entries are appended and never changed' using errcode = 'integrity_constraint_violation';
end
$$;

create trigger audit_entries_stay before update or delete on emulation.audit_entries for each row execute function emulation.refuse_audit_change();
create trigger audit_entries_are_not_emptied before truncate on emulation.audit_entries for each statement execute function emulation.refuse_audit_change();
create trigger audit_chain_stays before update or delete on emulation.audit_chain for each row execute function emulation.refuse_audit_change();
create trigger audit_chain_is_not_emptied before truncate on emulation.audit_chain for each statement execute function emulation.refuse_audit_change();
create trigger audit_payloads_stay before update or delete on emulation.audit_payloads for each row execute function emulation.refuse_audit_change();
create trigger audit_payloads_are_not_emptied before truncate on emulation.audit_payloads for each statement execute function emulation.refuse_audit_change();
