-- One row: a cell behind one of the two values of a finding.
-- Parameters: finding_ids bigint[], compared boolean[], submission_ids bigint[], unit_ids int[], indicator_ids int[], period_ids int[], sheets smallint[], row_numbers int[], column_numbers smallint[] (parallel)
-- Columns: none
-- Rule: docs/adr/0019-mismatch-register.md
insert into emulation.mismatch_cells
    (mismatch_finding_id, is_compared, submission_id, unit_id, indicator_id, period_id, source_sheet, source_row, source_column)
select * from unnest(@finding_ids, @compared, @submission_ids, @unit_ids, @indicator_ids, @period_ids, @sheets, @row_numbers, @column_numbers)
