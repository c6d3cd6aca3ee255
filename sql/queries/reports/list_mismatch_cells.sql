-- One row: a cell behind an entry's values as they were last found, with its file.
-- Parameters: mismatch_id bigint
-- Columns: is_compared, unit_id, indicator_id, period_code, form, version_number, state, value, estimated, on_date, source_sheet (0 for a text file), source_row, source_column, file_name, file_hash, submission_id, explanation (null if none was given); the value stated first, then in order of time
-- Rule: design §12: every stored figure leads to its cell
select
    cell.is_compared, cell.unit_id, cell.indicator_id, period.code as period_code, version.form, version.version_number, figure.state, figure.value, figure.estimated, figure.on_date,
    cell.source_sheet, cell.source_row, cell.source_column, submission.file_name, submission.file_hash, cell.submission_id, explanation.explanation
from emulation.mismatch_cells as cell
join emulation.submissions as submission using (submission_id)
join emulation.periods as period on period.period_id = cell.period_id
join emulation.submission_versions as version
    on version.submission_id = cell.submission_id and version.unit_id = cell.unit_id and version.period_id = cell.period_id
join emulation.figures as figure
    on figure.submission_id = cell.submission_id and figure.unit_id = cell.unit_id and figure.indicator_id = cell.indicator_id and figure.period_id = cell.period_id
left join emulation.explanations as explanation
    on explanation.submission_id = cell.submission_id and explanation.unit_id = cell.unit_id and explanation.indicator_id = cell.indicator_id and explanation.period_id = cell.period_id
where cell.mismatch_finding_id = (
    select mismatch_finding_id from emulation.mismatch_findings
    where mismatch_id = @mismatch_id and not is_gone order by mismatch_finding_id desc limit 1)
order by cell.is_compared, period.from_on, period.period_id, cell.unit_id
