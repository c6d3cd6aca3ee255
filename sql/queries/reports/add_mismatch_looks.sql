-- One row: a period and kind that the run looks at and that no run has looked at further, or later; none for a run that was entered before.
-- Parameters: run_id bigint, looked_at timestamptz; period_ids int[], kinds text[], reached_on date[] (parallel)
-- Columns: period_id, kind
-- Rule: docs/adr/0019-mismatch-register.md: entering a run twice changes nothing
with added as (
    insert into emulation.mismatch_looks (run_id, period_id, kind, reached_on, looked_at)
    select @run_id, period_id, kind, reached_on, @looked_at
    from unnest(@period_ids, @kinds, @reached_on) as looks (period_id, kind, reached_on)
    on conflict do nothing
    returning period_id, kind, reached_on
)

select added.period_id, added.kind
from added
where not exists (
    select from emulation.mismatch_looks as later
    where later.period_id = added.period_id and later.kind = added.kind and (later.reached_on, later.run_id) > (added.reached_on, @run_id))
