-- One row: none; two people who decide about the same report come one after the other.
-- Parameters: report_id bigint
-- Columns: none
-- Rule: docs/adr/0027-acting-pages.md; held until the end of the transaction
select from (select pg_advisory_xact_lock(hashtextextended('report-decisions ' || @report_id::text, 0))) as held
