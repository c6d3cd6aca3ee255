-- One row: the workbook returned for a submission; none if none was.
-- @submission_id bigint
-- content bytea
-- docs/adr/0011-answers.md: it is stored with the receipt and written beside it
select content from emulation.returned_workbooks where submission_id = @submission_id
