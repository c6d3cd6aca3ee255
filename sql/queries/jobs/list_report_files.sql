-- one row: a file of a report, without its content
-- @report_id bigint
-- position int, name text, media_type text, size bigint (bytes), content_hash bytea, is_attached boolean, content_id text (null unless the mail's body shows it), stage text ('draft', 'after-release' or null), may_leave boolean; in the order of the report
-- made once, with their report (docs/adr/0021-faces.md); what may leave before the release: docs/adr/0022-document.md
select file.position, file.name, file.media_type, octet_length(file.content)::bigint as size, file.content_hash, file.is_attached, file.content_id, stage.stage, stage.may_leave
from emulation.report_files as file
join emulation.report_file_stages as stage using (report_id, position)
where file.report_id = @report_id
order by file.position
