-- one row: the answer to a file as the officer got it
-- @submission_id bigint
-- html text
-- shown in a sandboxed frame: it holds text of the file (design.md §12.10)
select receipt.html from emulation.receipts as receipt where receipt.submission_id = @submission_id
