-- One row: a content that the archive gave up on a person's request.
-- Parameters: file_hash bytea
-- Columns: erasure_id
-- Rule: what was given up is not kept again by another way (docs/adr/0016-personal-data.md)
select erasure_id from emulation.erased_contents where file_hash = @file_hash
