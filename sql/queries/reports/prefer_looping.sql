-- One row: the settings; until prefer_hashing, or the end of the transaction, rows are found one by one by an index, in its order.
-- Parameters: none
-- Columns: hashed_joins, merged_joins, sorts, full_reads, bitmaps, compiling: all off; workers: 0
-- Rule: the inputs of a run were written in this very transaction, so the planner has no statistics of them (docs/adr/0025).
select
    set_config('enable_nestloop', 'on', true) as nested_loops,
    set_config('enable_hashjoin', 'off', true) as hashed_joins,
    set_config('enable_mergejoin', 'off', true) as merged_joins,
    set_config('enable_sort', 'off', true) as sorts,
    set_config('enable_seqscan', 'off', true) as full_reads,
    set_config('enable_bitmapscan', 'off', true) as bitmaps,
    set_config('jit', 'off', true) as compiling,
    set_config('max_parallel_workers_per_gather', '0', true) as workers
