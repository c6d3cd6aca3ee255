-- One row: a content of the archive that some submission, or a decision as its evidence, names.
-- @hashes bytea[]
-- file_hash bytea, in no order
-- ADR 0004, 0035: the rest are orphans of killed processes.
select file_hash from emulation.submissions where file_hash = any (@hashes)
union
select file_hash from emulation.evidence_files where file_hash = any (@hashes)
