-- One row: the setting; for the rest of the transaction joins are hashed or merged, not looped.
-- Parameters: none
-- Columns: set_config
-- Rule: the inputs of a run were written in this very transaction, so the planner has no statistics of them and takes thousands for one;
--   looping over them read every figure of an office's file once per unit and month (minutes instead of a second)
select set_config('enable_nestloop', 'off', true)
