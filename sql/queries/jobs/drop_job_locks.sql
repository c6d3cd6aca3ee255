-- No rows: Hangfire's locks are freed.
-- Parameters: none.
-- Columns: none.
-- Rule: a lock row has no owner and outlives a killed process by a minute; only where nobody else works on the database (docs/demo.md).
delete from hangfire.lock;
