-- One row: a content of the archive that some submission names.
-- @hashes bytea[]
-- file_hash bytea, in no order
-- ADR 0004: the rest are orphans of killed processes.
select distinct file_hash from emulation.submissions where file_hash = any (@hashes)
