-- One row: the file just added.
-- Parameters: report_id bigint; position int; name, media_type text; content, content_hash bytea; is_attached boolean; content_id text (null unless the HTML body shows it)
-- Columns: report_id bigint
-- Rule: files are made once, with their report (docs/adr/0021-faces.md)
insert into emulation.report_files (report_id, position, name, media_type, content, content_hash, is_attached, content_id)
values (@report_id, @position, @name, @media_type, @content, @content_hash, @is_attached, @content_id)
returning report_id
