-- One row: how many entries of the register are in a state.
-- Parameters: plan_code text
-- Columns: state text, count int; in the order open, explained, decided, gone
-- Rule: docs/adr/0019-mismatch-register.md
select state, count(*)::int as count
from emulation.mismatch_states
where plan_code = @plan_code
group by state
order by array_position(array['open', 'explained', 'decided', 'gone'], state)
