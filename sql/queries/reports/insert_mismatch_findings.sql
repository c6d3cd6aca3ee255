-- One row: what a run found about an entry.
-- Parameters: run_id bigint, found_at timestamptz; mismatch_ids bigint[], value_numbers int[], gone boolean[], stated numeric[], stated_on date[], compared numeric[], compared_on date[], sentences text[] (parallel; may hold nulls)
-- Columns: mismatch_id, mismatch_finding_id
-- Rule: docs/adr/0019-mismatch-register.md
insert into emulation.mismatch_findings
    (run_id, found_at, mismatch_id, value_number, is_gone, stated, stated_on, compared, compared_on, sentence)
select @run_id, @found_at, mismatch_id, value_number, is_gone, stated, stated_on, compared, compared_on, sentence
from unnest(@mismatch_ids, @value_numbers, @gone, @stated, @stated_on, @compared, @compared_on, @sentences)
    as findings (mismatch_id, value_number, is_gone, stated, stated_on, compared, compared_on, sentence)
order by mismatch_id
returning mismatch_id, mismatch_finding_id
