-- One row a template written, or found to be ours.
-- Arrays of equal length: @folders text[], @file_names text[], @stamps text[], @source_hashes bytea[], @content_hashes bytea[]; @now timestamptz
-- none
-- docs/formats/forms.md, Templates: what we wrote last.
insert into emulation.templates (folder, file_name, stamp, source_hash, content_hash, written_at)
select written.folder, written.file_name, written.stamp, written.source_hash, written.content_hash, @now
from unnest(@folders, @file_names, @stamps, @source_hashes, @content_hashes) as written (folder, file_name, stamp, source_hash, content_hash)
on conflict (folder, file_name) do update
set stamp = excluded.stamp, source_hash = excluded.source_hash, content_hash = excluded.content_hash, written_at = excluded.written_at
