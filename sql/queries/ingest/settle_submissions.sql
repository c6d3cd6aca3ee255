-- No rows: submissions get their verdict.
-- @decided_at timestamptz, and arrays of equal length: @ids bigint[], @states text[], @verdict_codes text[], @file_kinds text[], @forms text[], @period_ids int[], @duplicates bigint[], @figure_counts int[], @row_counts int[], @data_as_of date[], @have_left boolean[]
-- no columns
-- ADR 0004: in the transaction that stored the figures, under the locks of lock_submissions.
update emulation.submissions as submission
set state = settled.state,
    verdict_code = settled.verdict_code,
    file_kind = settled.file_kind,
    form = settled.form,
    period_id = settled.period_id,
    duplicate_of = settled.duplicate_of,
    figure_count = settled.figure_count,
    row_count = settled.row_count,
    data_as_of = settled.data_as_of,
    left_inbox_at = coalesce(submission.left_inbox_at, case when settled.has_left then @decided_at end),
    decided_at = @decided_at
from unnest(@ids, @states, @verdict_codes, @file_kinds, @forms, @period_ids, @duplicates, @figure_counts, @row_counts, @data_as_of, @have_left)
    as settled (submission_id, state, verdict_code, file_kind, form, period_id, duplicate_of, figure_count, row_count, data_as_of, has_left)
where submission.submission_id = settled.submission_id
