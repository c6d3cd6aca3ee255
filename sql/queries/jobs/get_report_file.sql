-- one row: a file of a report, as it was made
-- @report_id bigint, @name text
-- media_type text, content bytea
-- the stored bytes, not a new rendering (design.md §8)
select file.media_type, file.content from emulation.report_files as file where file.report_id = @report_id and file.name = @name
