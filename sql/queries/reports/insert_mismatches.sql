-- One row: an entry of the register, new or there already.
-- Parameters: plan_code text; period_ids int[], unit_ids int[], indicator_ids int[] (may hold nulls), kinds text[], againsts text[] (parallel)
-- Columns: ordinal (1-based place in the parameters), mismatch_id
-- Rule: docs/adr/0019-mismatch-register.md: one entry a mismatch
with asked as (
    select * from unnest(@period_ids, @unit_ids, @indicator_ids, @kinds, @againsts) with ordinality as asked (period_id, unit_id, indicator_id, kind, against, ordinal)
),

added as (
    insert into emulation.mismatches (plan_code, period_id, unit_id, indicator_id, kind, against)
    select @plan_code, period_id, unit_id, indicator_id, kind, against from asked
    order by ordinal
    on conflict on constraint a_mismatch_is_entered_once do nothing
    returning mismatch_id, period_id, unit_id, indicator_id, kind, against
),

known as (
    select * from added
    union all
    select entry.mismatch_id, entry.period_id, entry.unit_id, entry.indicator_id, entry.kind, entry.against
    from asked
    join emulation.mismatches as entry
        on entry.plan_code = @plan_code and entry.period_id = asked.period_id and entry.unit_id = asked.unit_id
            and entry.indicator_id is not distinct from asked.indicator_id and entry.kind = asked.kind and entry.against = asked.against
)

select asked.ordinal, known.mismatch_id
from asked
join known
    on known.period_id = asked.period_id and known.unit_id = asked.unit_id
        and known.indicator_id is not distinct from asked.indicator_id and known.kind = asked.kind and known.against = asked.against
order by asked.ordinal
