-- A request to reopen that came to nothing: withdrawn by whoever asked, or not agreed to (docs/adr/0038-publishing-by-page.md).
create table emulation.wave_reopening_refusals (
    wave_reopening_request_id bigint primary key references emulation.wave_reopening_requests,
    reason text not null,
    declined_by text not null,
    declined_at timestamptz not null,
    constraint refusal_has_a_reason check (btrim(reason) <> '')
);

create trigger audit_reopening_refusal after insert on emulation.wave_reopening_refusals for each row
    execute function emulation.audit_row('reopening-declined', 'declined_by', 'wave_reopening_request_id', 'wave_reopening_request_id,reason,declined_at');
create trigger wave_reopening_refusals_stay before update or delete on emulation.wave_reopening_refusals for each row
    execute function emulation.refuse_decision_change();
