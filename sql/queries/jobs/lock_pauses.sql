-- one row: nothing; two people who pause the same schedule come one after the other
-- @plan_code text; @schedule text
-- one column without meaning
-- held until the end of the transaction (ADR 0024)
select pg_advisory_xact_lock(hashtextextended('pause ' || @plan_code || ' ' || @schedule, 0))
