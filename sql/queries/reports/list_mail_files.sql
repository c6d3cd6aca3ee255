-- One row: a file that goes with every mail of a report: an attachment, or a picture of the HTML body.
-- Parameters: report_id bigint
-- Columns: name text, media_type text, content bytea, content_id text (null for an attachment); in the order of the report
-- Rule: the bytes are made once, when the report is published (docs/adr/0007-delivery.md)
select name, media_type, content, content_id
from emulation.report_files
where report_id = @report_id and (is_attached or content_id is not null)
order by position
