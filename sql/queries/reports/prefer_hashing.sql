-- One row: the settings; for the rest of the transaction joins and groups are hashed where they can be, in one process and without compiling.
-- Parameters: none
-- Columns: nested_loops, sorts, compiling: all off; workers: 0; hashed_joins, merged_joins, full_reads, bitmaps: on, as prefer_looping may have left them off
-- Rule: the inputs of a run were written in this very transaction, so the planner has no statistics of them and takes thousands for one;
--   looping over them read every figure of an office's file once per unit and month (minutes instead of a second). The other core makes
--   the score cards meanwhile (docs/performance.md).
select
    set_config('enable_nestloop', 'off', true) as nested_loops,
    set_config('enable_sort', 'off', true) as sorts,
    set_config('jit', 'off', true) as compiling,
    set_config('max_parallel_workers_per_gather', '0', true) as workers,
    set_config('enable_hashjoin', 'on', true) as hashed_joins,
    set_config('enable_mergejoin', 'on', true) as merged_joins,
    set_config('enable_seqscan', 'on', true) as full_reads,
    set_config('enable_bitmapscan', 'on', true) as bitmaps
