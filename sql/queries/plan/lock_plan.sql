-- one row: the lock is held until the transaction ends
-- @plan_code text
-- no columns of interest
-- versions of one plan are applied one after the other, whoever applies them
select pg_advisory_xact_lock(hashtextextended('emulation.plan/' || @plan_code, 0));
