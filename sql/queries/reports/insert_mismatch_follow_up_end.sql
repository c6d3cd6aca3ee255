-- One row: the open follow-up of an entry, ended; none if there is none.
-- Parameters: mismatch_id bigint, plan_code text, note text, ended_by text, ended_at timestamptz
-- Columns: mismatch_follow_up_id
-- Rule: docs/adr/0019-mismatch-register.md
insert into emulation.mismatch_follow_up_ends (mismatch_follow_up_id, note, ended_by, ended_at)
select mismatch_follow_up_id, @note, @ended_by, @ended_at
from emulation.mismatch_states
where mismatch_id = @mismatch_id and plan_code = @plan_code and mismatch_follow_up_id is not null
on conflict do nothing
returning mismatch_follow_up_id
