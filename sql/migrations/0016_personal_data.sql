-- People may have what is kept of them shown and erased; who did it and why stays, without their name.
create table emulation.erasures (
    erasure_id bigint generated always as identity primary key,
    plan_code text not null,
    erased_at timestamptz not null,
    erased_by text not null,
    reason text not null,
    -- rows of registrations, initiatives and award proposals
    row_count int not null,
    -- submissions whose originals were given up
    original_count int not null,
    constraint erasure_has_a_reason check (btrim(reason) <> '' and btrim(erased_by) <> '')
);

-- Originals that are no longer in the archive, on purpose. Their hashes stay with the submissions, so closed results still recompute.
create table emulation.erased_contents (
    file_hash bytea primary key,
    erasure_id bigint not null references emulation.erasures
);

create trigger audit_erasure after insert on emulation.erasures for each row
    execute function emulation.audit_row('person-erased', 'erased_by', 'erasure_id', 'erasure_id,plan_code,erased_at,reason,row_count,original_count');
create trigger audit_exception after insert on emulation.deadline_exceptions for each row
    execute function emulation.audit_row('exception-granted', 'granted_by', 'exception_id', 'exception_id,plan_code,unit_id,duty,form,period_id,until_day,reason,granted_at');
create trigger audit_exception_revoked after update of revoked_at on emulation.deadline_exceptions for each row
    execute function emulation.audit_row('exception-revoked', 'revoked_by', 'exception_id', 'exception_id,revoked_at,revoked_because');
