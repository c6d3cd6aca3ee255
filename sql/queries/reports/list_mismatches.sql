-- One row: an entry of the register as it stands.
-- Parameters: plan_code text; mismatch_id bigint, period_id int, unit_id int, state text (each null for all), limit int
-- Columns: mismatch_id, period_id, unit_id, indicator_id, kind, against, state, stated, stated_on, compared, compared_on, sentence, value_number, first_run_id, first_found_at, last_run_id, found_at,
--   counts, reason, decided_by, decided_at, mismatch_follow_up_id, owner, due_on, note, followed_by; open ones first, then the newest
-- Rule: docs/adr/0019-mismatch-register.md
select
    mismatch_id, period_id, unit_id, indicator_id, kind, against, state, stated, stated_on, compared, compared_on, sentence, value_number, first_run_id, first_found_at, last_run_id, found_at,
    counts, reason, decided_by, decided_at, mismatch_follow_up_id, owner, due_on, note, followed_by
from emulation.mismatch_states
where
    plan_code = @plan_code
    and (@mismatch_id::bigint is null or mismatch_id = @mismatch_id)
    and (@period_id::int is null or period_id = @period_id)
    and (@unit_id::int is null or unit_id = @unit_id)
    and (@state::text is null or state = @state)
order by array_position(array['open', 'explained', 'decided', 'gone'], state), mismatch_id desc
limit @limit
