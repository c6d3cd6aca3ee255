-- One row a template that we removed, or that became an officer's own.
-- Arrays of equal length: @folders text[], @file_names text[]
-- none
-- docs/formats/forms.md, Templates.
delete from emulation.templates as template
using unnest(@folders, @file_names) as gone (folder, file_name)
where template.folder = gone.folder and template.file_name = gone.file_name
