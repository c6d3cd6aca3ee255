-- One row: an original that the archive must no longer hold.
-- no parameters
-- file_hash bytea, in order
-- ADR 0016
select file_hash from emulation.erased_contents order by file_hash
