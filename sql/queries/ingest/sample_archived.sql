-- One row: a content that must be in the archive, drawn at random.
-- @limit int
-- file_hash bytea, in no order
-- reliability F56, ADR 0035: bit rot is found by reading.
select file_hash
from (
    select file_hash from emulation.submissions where file_hash is not null
    union
    select file_hash from emulation.evidence_files
) as archived
where not exists (select from emulation.erased_contents as erased where erased.file_hash = archived.file_hash)
order by random()
limit @limit
