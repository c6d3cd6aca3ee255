-- One row: what a unit's frozen files of one form say about an indicator in one slot (a wave, or the months of it that count).
-- Parameters: run_id bigint; unit_ids int[] (null: all units); forms text[], period_ids int[], slots int[], ordinals int[] (parallel: the periods looked at, the slot
--   each belongs to, its place in time); ordered_indicator_ids int[] (indicators of which the latest value may be asked)
-- Columns: bundle, unit_id, indicator_id, place (0-based, of the first entry of the parameters with that form and slot), value_count, not_applicable_count, with_parts_count, value_sum,
--   estimated_sum, numerator_sum and denominator_sum (values with both parts only), latest (numeric[]: ordinal, value, estimated, numerator, denominator,
--   days since 2000-01-01 of a date; null without value), has_doubtful_parts (a value lies outside what its own parts allow, or may; null without parts); all rows of a unit are in one bundle, and bundles come one after the other
-- Rule: docs/adr/0005-scoring.md; UnitSums says the same of packed figures (docs/adr/0025). A bundle is a unit, or all units that share files with others (an office that reports for many): added up
--   bundle by bundle, groups stay few and need no disk. max over arrays keeps the row of the highest ordinal in one pass, without sorting.
with
looked_at as (
    select form, period_id, slot, ordinal, (min(place) over (partition by form, slot))::smallint as place
    from unnest(@forms, @period_ids, @slots, @ordinals) with ordinality as periods (form, period_id, slot, ordinal, place)
),

inputs as (
    select i.submission_id, i.unit_id, i.period_id, l.place, l.ordinal
    from emulation.run_inputs i
    join looked_at l using (form, period_id)
    where i.run_id = @run_id and (@unit_ids is null or i.unit_id = any (@unit_ids))
),

sharing as (
    select distinct i.unit_id
    from inputs i
    join (select submission_id from inputs group by submission_id having min(unit_id) < max(unit_id)) shared using (submission_id)
),

bundles as (
    select
        case when s.unit_id is null then i.unit_id else 0 end as bundle,
        array_agg(i.unit_id) as unit_ids,
        array_agg(i.submission_id) as submission_ids,
        array_agg(i.period_id) as period_ids,
        array_agg(i.place) as places,
        array_agg(i.ordinal) as ordinals
    from inputs i
    left join sharing s using (unit_id)
    group by 1
)

select b.bundle, sums.*
from bundles b
cross join lateral (
    select
        i.unit_id,
        f.indicator_id,
        i.place - 1 as place,
        count(*) filter (where f.state = 0)::int as value_count,
        count(*) filter (where f.state = 1)::int as not_applicable_count,
        count(*) filter (where f.state = 0 and f.numerator is not null and f.denominator is not null)::int as with_parts_count,
        sum(f.value) filter (where f.state = 0) as value_sum,
        sum(f.estimated) filter (where f.state = 0) as estimated_sum,
        sum(f.numerator) filter (where f.state = 0 and f.denominator is not null) as numerator_sum,
        sum(f.denominator) filter (where f.state = 0 and f.numerator is not null) as denominator_sum,
        max(array[i.ordinal, f.value, f.estimated, f.numerator, f.denominator, f.on_date - date '2000-01-01'])
            filter (where f.state = 0 and f.indicator_id = any (@ordered_indicator_ids)) as latest,
        bool_or(f.numerator > f.denominator or abs(f.numerator * 100 - f.value * f.denominator) > 0.05 * abs(f.denominator))
            filter (where f.state = 0 and f.numerator is not null) as has_doubtful_parts
    from unnest(b.unit_ids, b.submission_ids, b.period_ids, b.places, b.ordinals) as i (unit_id, submission_id, period_id, place, ordinal)
    join emulation.figures f using (submission_id, unit_id, period_id)
    -- By array, so that the index on submissions can be used where they are few among many.
    where f.submission_id = any (b.submission_ids)
    group by i.unit_id, f.indicator_id, i.place
) as sums
