-- One row: a bonus (positive) or penalty (negative) entry that the run counts.
-- Parameters: run_id bigint
-- Columns: unit_id, period_id, points, reason, evidence, evidence_file_id, file_name, file_hash (the last three null without a file); in order of entry
-- Rule: docs/adr/0005-scoring.md
select a.unit_id, a.period_id, a.points, a.reason, a.evidence, evidence.evidence_file_id, evidence.file_name, evidence.file_hash
from emulation.run_adjustments r
join emulation.score_adjustments a using (score_adjustment_id)
left join emulation.evidence_files as evidence using (score_adjustment_id)
where r.run_id = @run_id
order by a.score_adjustment_id
