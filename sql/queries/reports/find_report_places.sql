-- One row: where the numbers of a report stand and what they are; none for a report made before that was noted.
-- Parameters: report_id bigint
-- Columns: places bytea (gzip of tab-separated lines)
-- Rule: docs/adr/0029-numbers-in-sentences.md
select p.places
from emulation.report_places p
where p.report_id = @report_id
