-- one row: the version just added
-- @plan_code text, @content_hash bytea, @holds_from date, @time_zone text, @legal_basis text, @files jsonb, @applied_at timestamptz, @applied_by text
-- plan_version_id bigint
-- numbers rise by one a version; run under lock_plan
insert into emulation.plan_versions (
    plan_code, version_number, content_hash, holds_from, time_zone, legal_basis, files, applied_at, applied_by)
select
    @plan_code,
    coalesce(max(version_number), 0) + 1,
    @content_hash, @holds_from, @time_zone, @legal_basis, @files, @applied_at, @applied_by
from emulation.plan_versions
where plan_code = @plan_code
returning plan_version_id;
