-- one row: a file of a report, without its content
-- @report_id bigint
-- position int, name text, media_type text, size bigint (bytes), content_hash bytea, is_attached boolean, content_id text (null unless the mail's body shows it); in the order of the report
-- made once, with their report (docs/adr/0021-faces.md)
select file.position, file.name, file.media_type, octet_length(file.content)::bigint as size, file.content_hash, file.is_attached, file.content_id
from emulation.report_files as file
where file.report_id = @report_id
order by file.position
