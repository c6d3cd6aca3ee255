-- at most one row: a stored version
-- @plan_version_id bigint
-- plan_version_id bigint, version_number int, content_hash bytea, plan_code text, files text (jsonb: file name → text)
-- versions are immutable
select plan_version_id, version_number, content_hash, plan_code, files::text
from emulation.plan_versions
where plan_version_id = @plan_version_id;
