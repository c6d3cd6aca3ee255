-- One row: none; entering a run into the register of a plan waits for another that is being entered.
-- Parameters: plan_code text
-- Columns: none
-- Rule: docs/adr/0019-mismatch-register.md; the lock only orders, what decides are the unique constraints
select from (select pg_advisory_xact_lock(hashtextextended('emulation-mismatches ' || @plan_code, 0))) as held
