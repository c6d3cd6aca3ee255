-- One row: a file that goes with a mail: an attachment, or a picture of the HTML body.
-- Parameters: delivery_id, report_id bigint (null for a mail of no report)
-- Columns: name text, media_type text, content bytea, content_id text (null for an attachment); in the order of the report
-- Rule: the bytes are made once, when the mail is queued (docs/adr/0007-delivery.md)
select file.name, file.media_type, file.content, file.content_id
from (
    select position, name, media_type, content, content_id
    from emulation.report_files
    where report_id = @report_id and (is_attached or content_id is not null)
    union all
    select position, name, media_type, content, content_id
    from emulation.delivery_files
    where delivery_id = @delivery_id
) as file
order by file.position
