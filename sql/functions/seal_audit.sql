-- Takes the waiting audit entries into the chain, in order of their ids, and returns how many.
-- One sealer at a time; an entry committed meanwhile waits for the next. A link is SHA-256 over the text
-- number|id|recorded_at|kind|actor|subject|payload hash|previous hash (AuditChain computes the same in C#).
create or replace function emulation.seal_audit() returns bigint
language plpgsql as $$
declare
    entry record;
    number bigint;
    previous bytea;
    link bytea;
    sealed bigint[] := '{}';
begin
    perform pg_advisory_xact_lock(hashtext('emulation.audit_chain'));
    select audit_number, entry_hash into number, previous from emulation.audit_chain order by audit_number desc limit 1;
    number := coalesce(number, 0);
    for entry in
        select e.* from emulation.audit_unsealed join emulation.audit_entries as e using (audit_id) order by audit_id
    loop
        number := number + 1;
        link := sha256(convert_to(concat_ws('|',
            number, entry.audit_id, to_char(entry.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
            entry.kind, entry.actor, entry.subject, encode(entry.payload_hash, 'hex'), coalesce(encode(previous, 'hex'), '')), 'UTF8'));
        insert into emulation.audit_chain (audit_number, audit_id, previous_hash, entry_hash) values (number, entry.audit_id, previous, link);
        previous := link;
        sealed := sealed || entry.audit_id;
    end loop;
    delete from emulation.audit_unsealed where audit_id = any (sealed);
    return cardinality(sealed);
end
$$;
