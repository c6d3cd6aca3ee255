-- at most one row: the version with exactly that content
-- @plan_code text, @content_hash bytea
-- plan_version_id bigint
-- the same content is stored once (the_same_content_is_stored_once)
select plan_version_id
from emulation.plan_versions
where plan_code = @plan_code
  and content_hash = @content_hash;
