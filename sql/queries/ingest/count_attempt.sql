-- No rows: one more attempt at reading is on record before it begins.
-- @submission_id bigint, @lease_number int
-- no columns; the number of rows says whether the lease still holds
-- ADR 0004.
update emulation.submissions set attempts = attempts + 1 where submission_id = @submission_id and lease_number = @lease_number
