-- One row: the settings; for the rest of the transaction joins and groups are hashed where they can be.
-- Parameters: none
-- Columns: nested_loops, sorts: both off
-- Rule: the inputs of a run were written in this very transaction, so the planner has no statistics of them and takes thousands for one;
--   looping over them read every figure of an office's file once per unit and month (minutes instead of a second)
select
    set_config('enable_nestloop', 'off', true) as nested_loops,
    set_config('enable_sort', 'off', true) as sorts
