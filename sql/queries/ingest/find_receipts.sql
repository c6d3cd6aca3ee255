-- One row: the answer to a submission.
-- @ids bigint[]
-- submission_id bigint, folder text, file_name text, html text, body_text text; in order of submission
-- design §5: every dropped file gets exactly one receipt.
select submission_id, folder, file_name, html, body_text
from emulation.receipts
where submission_id = any (@ids)
order by submission_id
