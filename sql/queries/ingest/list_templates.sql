-- One row: a template we wrote and have not removed.
-- @folders text[]
-- folder text, file_name text, stamp text, source_hash bytea, content_hash bytea; in order of folder and name
-- docs/formats/forms.md, Templates: an officer's file is never overwritten.
select folder, file_name, stamp, source_hash, content_hash
from emulation.templates
where folder = any (@folders)
order by folder, file_name
