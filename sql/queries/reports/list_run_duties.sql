-- One row: a period of a duty that the run counts by the word of the period's own plan version.
-- Parameters: run_id bigint
-- Columns: duty text, period_id int, form text; opens_on, cutoff_on, due_on, locks_on date; owing_unit_ids, exempt_unit_ids int[]; in order of duty and period
-- Rule: docs/adr/0033-duties-by-period.md
select duty, period_id, form, opens_on, cutoff_on, due_on, locks_on, owing_unit_ids, exempt_unit_ids
from emulation.run_duties
where run_id = @run_id
order by duty, period_id
