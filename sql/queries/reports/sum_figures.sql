-- One row: what a unit's frozen files of one form say about an indicator in one slot (a wave, or the months of it that count).
-- Parameters: run_id bigint; forms text[], period_ids int[], slots int[], ordinals int[] (parallel: the periods looked at, the slot
--   each belongs to, its place in time); ordered_indicator_ids int[] (indicators of which the latest value may be asked)
-- Columns: unit_id, indicator_id, form, slot, value_count, not_applicable_count, with_parts_count, value_sum, estimated_sum, numerator_sum
--   and denominator_sum (values with both parts only), latest (numeric[]: ordinal, value, estimated, numerator, denominator, days since
--   2000-01-01 of a date; null without value); no order
-- Rule: docs/adr/0005-scoring.md. max over arrays keeps the row of the highest ordinal in one pass, without sorting.
with
looked_at as (
    select form, period_id, slot, ordinal
    from unnest(@forms, @period_ids, @slots, @ordinals) as periods (form, period_id, slot, ordinal)
),

inputs as (
    select i.submission_id, i.unit_id, i.form, i.period_id, l.slot, l.ordinal
    from emulation.run_inputs i
    join looked_at l using (form, period_id)
    where i.run_id = @run_id
)

select
    f.unit_id,
    f.indicator_id,
    i.form,
    i.slot,
    count(*) filter (where f.state = 0)::int as value_count,
    count(*) filter (where f.state = 1)::int as not_applicable_count,
    count(*) filter (where f.state = 0 and f.numerator is not null and f.denominator is not null)::int as with_parts_count,
    sum(f.value) filter (where f.state = 0) as value_sum,
    sum(f.estimated) filter (where f.state = 0) as estimated_sum,
    sum(f.numerator) filter (where f.state = 0 and f.denominator is not null) as numerator_sum,
    sum(f.denominator) filter (where f.state = 0 and f.numerator is not null) as denominator_sum,
    max(array[i.ordinal, f.value, f.estimated, f.numerator, f.denominator, f.on_date - date '2000-01-01'])
        filter (where f.state = 0 and f.indicator_id = any (@ordered_indicator_ids)) as latest
from inputs i
join emulation.figures f using (submission_id, unit_id, period_id)
-- By array, so that the index on submissions can be used where they are few among many.
where f.submission_id = any (array(select distinct submission_id from inputs))
group by f.unit_id, f.indicator_id, i.form, i.slot
