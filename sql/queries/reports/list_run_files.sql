-- One row: a file that a run looked at: the version that counts of a form, unit and period, or a file of one of which no version could be accepted.
-- Parameters: run_id bigint
-- Columns: unit_id, form, period_id, version_number (null for a refused file), received_at (of the first accepted version; of a refused file its own),
--   file_name, file_hash (null if refused unopened), receipt_file (null until answered); by unit, form, period and submission
-- Rule: docs/adr/0020-lineage.md
with
counted as (
    select i.unit_id, i.form, i.period_id, i.version_number, i.first_received_at as received_at, i.submission_id
    from emulation.run_inputs i
    where i.run_id = @run_id
),

refused as (
    select f.unit_id, f.form, f.period_id, null::int as version_number, s.seen_at as received_at, s.submission_id
    from emulation.run_refusals f
    join emulation.runs r using (run_id)
    join emulation.submissions s on s.unit_id = f.unit_id and s.form = f.form and s.period_id = f.period_id
    where f.run_id = @run_id and s.state in ('rejected', 'quarantined') and s.seen_at <= r.data_as_of
)

select
    files.unit_id, files.form, files.period_id, files.version_number, files.received_at, s.file_name, s.file_hash,
    receipt.file_name as receipt_file
from (select * from counted union all select * from refused) as files
join emulation.submissions s using (submission_id)
left join emulation.receipts receipt using (submission_id)
order by files.unit_id, files.form, files.period_id, files.submission_id
