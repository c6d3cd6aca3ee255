-- The file behind a decision: kept in the archive under its hash, as originals are, and named here beside the bonus, penalty or council's figure
-- it proves. Written in the transaction of the decision, after its content is safe in the archive (docs/adr/0035-evidence-files.md).
create table emulation.evidence_files (
    evidence_file_id bigint generated always as identity primary key,
    score_adjustment_id bigint unique references emulation.score_adjustments,
    score_opinion_id bigint unique references emulation.score_opinions,
    -- as the person who entered it called it; may name people, so the audit log does not hold it
    file_name text not null,
    file_hash bytea not null,
    file_size bigint not null,
    kept_by text not null,
    kept_at timestamptz not null,
    constraint evidence_proves_one_decision check (num_nonnulls(score_adjustment_id, score_opinion_id) = 1),
    constraint evidence_hash_is_sha256 check (octet_length(file_hash) = 32),
    constraint evidence_is_not_empty check (file_size > 0),
    constraint evidence_name_is_plain check (file_name !~ '[/\\[:cntrl:]]' and file_name not in ('', '.', '..') and octet_length(file_name) <= 255)
);
create index evidence_files_of_a_content on emulation.evidence_files (file_hash);

create trigger audit_evidence_file after insert on emulation.evidence_files for each row
    execute function emulation.audit_row('evidence-kept', 'kept_by', 'evidence_file_id', 'evidence_file_id,score_adjustment_id,score_opinion_id,file_hash,file_size,kept_at');

-- Appended and never changed, but for a name that is erased on a person's request (docs/adr/0016-personal-data.md).
create function emulation.refuse_evidence_change() returns trigger
language plpgsql as $$
begin
    if tg_op = 'UPDATE' and new.file_name = '(đã xóa)' and to_jsonb(new) - 'file_name' = to_jsonb(old) - 'file_name' then
        return new;
    end if;
    raise exception 'rows of % are appended and never changed', tg_table_name using errcode = 'integrity_constraint_violation';
end
$$;
create trigger evidence_files_stay before update or delete on emulation.evidence_files for each row execute function emulation.refuse_evidence_change();
