-- one row: a file that was dropped, with what became of it
-- @plan_code text; @unit_id int or null for all units; @state text or null for all states; @limit int
-- submission_id bigint, unit_id int or null, folder text, file_name text, seen_at timestamptz, state text, form text or null, period_code text or null, verdict_code text or null, figure_count int, errors int, has_receipt boolean; newest first
-- the office sees every file, refused and duplicate ones too (design.md §5); what a unit took back shows as withdrawn
select submission.submission_id, submission.unit_id, submission.folder, submission.file_name, submission.seen_at, shown.state,
       submission.form, period.code as period_code, submission.verdict_code, submission.figure_count,
       (select count(*) from emulation.rejections as rejection
        where rejection.submission_id = submission.submission_id and rejection.severity = 'error')::int as errors,
       exists (select from emulation.receipts as receipt where receipt.submission_id = submission.submission_id) as has_receipt
from emulation.submissions as submission
left join emulation.periods as period on period.period_id = submission.period_id
join emulation.shown_submissions as shown using (submission_id)
where submission.plan_code = @plan_code
  and (@unit_id::int is null or submission.unit_id = @unit_id)
  and (@state::text is null or shown.state = @state)
order by submission.seen_at desc, submission.submission_id desc
limit @limit
