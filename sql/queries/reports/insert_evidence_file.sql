-- One row: the file behind a decision; its content is safe in the archive.
-- Parameters: score_adjustment_id bigint, score_opinion_id bigint (one of them null), file_name text, file_hash bytea, file_size bigint, kept_by text, kept_at timestamptz
-- Columns: evidence_file_id
-- Rule: docs/adr/0035-evidence-files.md
insert into emulation.evidence_files (score_adjustment_id, score_opinion_id, file_name, file_hash, file_size, kept_by, kept_at)
values (@score_adjustment_id, @score_opinion_id, @file_name, @file_hash, @file_size, @kept_by, @kept_at)
returning evidence_file_id
