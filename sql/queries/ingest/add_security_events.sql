-- No rows: things an administrator should look at.
-- @happened_at timestamptz, and arrays of equal length: @kinds text[], @folders text[], @submission_ids bigint[], @details text[]
-- no columns
-- reliability §5: without personal data.
insert into emulation.security_events (happened_at, kind, folder, submission_id, detail)
select @happened_at, kind, folder, submission_id, detail
from unnest(@kinds, @folders, @submission_ids, @details) as event (kind, folder, submission_id, detail)
