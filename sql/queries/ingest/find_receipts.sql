-- One row: the answer to a submission, with what lies beside it.
-- @ids bigint[]
-- submission_id bigint, folder text, file_name text, html text, body_text text, returned_name text and returned_size int (null if no workbook was returned); in order of submission
-- design §5: every dropped file gets exactly one receipt; the workbook itself is fetched only when it is written (docs/adr/0011)
select
    receipt.submission_id, receipt.folder, receipt.file_name, receipt.html, receipt.body_text,
    returned.file_name as returned_name, octet_length(returned.content) as returned_size
from emulation.receipts as receipt
left join emulation.returned_workbooks as returned using (submission_id)
where receipt.submission_id = any (@ids)
order by receipt.submission_id
