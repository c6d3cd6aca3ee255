-- One row: the erasure just recorded.
-- @plan_code text, @erased_at timestamptz, @erased_by text, @reason text, @row_count int, @original_count int
-- erasure_id bigint
-- ADR 0016
insert into emulation.erasures (plan_code, erased_at, erased_by, reason, row_count, original_count)
values (@plan_code, @erased_at, @erased_by, @reason, @row_count, @original_count)
returning erasure_id
