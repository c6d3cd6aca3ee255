-- No rows: receipts lose a name, and the workbooks returned with them go.
-- @ids bigint[], @name text (as written), @html_name text (as encoded in pages), @erased text
-- no columns
-- ADR 0016
with gone as (delete from emulation.returned_workbooks where submission_id = any (@ids))
update emulation.receipts
set html = replace(replace(html, @html_name, @erased), @name, @erased), body_text = replace(body_text, @name, @erased)
where submission_id = any (@ids)
