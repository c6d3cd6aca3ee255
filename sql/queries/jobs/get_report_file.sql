-- one row: a file of a report, as it was made
-- @report_id bigint, @name text
-- media_type text, content bytea
-- the stored bytes, not a new rendering (design.md §8); none for a file that waits for the release (docs/adr/0022-document.md)
select file.media_type, file.content from emulation.report_files as file
join emulation.report_file_stages as stage using (report_id, position)
where file.report_id = @report_id and file.name = @name and stage.may_leave
