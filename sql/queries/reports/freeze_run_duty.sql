-- One row: a period of a duty that the run counts by the word of the period's own plan version.
-- Parameters: run_id bigint, duty text, period_id int, form text; opens_on, cutoff_on, due_on, locks_on date; owing_unit_ids, exempt_unit_ids int[]
-- Columns: none
-- Rule: docs/adr/0033-duties-by-period.md
insert into emulation.run_duties (run_id, duty, period_id, form, opens_on, cutoff_on, due_on, locks_on, owing_unit_ids, exempt_unit_ids)
values (@run_id, @duty, @period_id, @form, @opens_on, @cutoff_on, @due_on, @locks_on, @owing_unit_ids, @exempt_unit_ids)
