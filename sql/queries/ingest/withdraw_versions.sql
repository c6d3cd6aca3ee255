-- Takes what still counts of a submission out of what counts, by the marker its unit dropped.
-- @submission_id bigint (taken back), @withdrawn_by bigint (the marker)
-- none
-- docs/adr/0011-answers.md: nothing counts then until something is sent again; the rows stay
update emulation.submission_versions
set is_current = false, withdrawn_by = @withdrawn_by
where submission_id = @submission_id and is_current
