-- No rows: the queue is emptied.
-- Parameters: none.
-- Columns: none.
-- Rule: the queue is a reminder; what waits stands in our own tables and the next sweep finds it (design.md §5).
delete from hangfire.jobqueue;
