-- One row: an entry of the register with what was found last, of some periods and kinds.
-- Parameters: plan_code text; period_ids int[], kinds text[] (parallel)
-- Columns: mismatch_id, period_id, unit_id, indicator_id (null if nothing was reported at all), kind, against, value_number, is_gone, stated, stated_on, compared, compared_on,
--   cells (text: the cells of the newest finding, ordered); no order
-- Rule: docs/adr/0019-mismatch-register.md
select
    entry.mismatch_id, entry.period_id, entry.unit_id, entry.indicator_id, entry.kind, entry.against,
    newest.value_number, newest.is_gone, newest.stated, newest.stated_on, newest.compared, newest.compared_on,
    coalesce((
        select string_agg(concat_ws(' ', is_compared::int, submission_id, unit_id, indicator_id, period_id, source_sheet, source_row, source_column), ';'
            order by is_compared, submission_id, unit_id, indicator_id, period_id)
        from emulation.mismatch_cells as cell where cell.mismatch_finding_id = newest.mismatch_finding_id), '') as cells
from unnest(@period_ids, @kinds) as looks (period_id, kind)
join emulation.mismatches as entry on entry.plan_code = @plan_code and entry.period_id = looks.period_id and entry.kind = looks.kind
cross join lateral (
    select * from emulation.mismatch_findings as finding where finding.mismatch_id = entry.mismatch_id order by mismatch_finding_id desc limit 1
) as newest
