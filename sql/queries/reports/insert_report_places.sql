-- One row: where the numbers of a report stand and what they are.
-- Parameters: report_id bigint; places bytea (gzip of tab-separated lines)
-- Columns: report_id bigint
-- Rule: docs/adr/0029-numbers-in-sentences.md
insert into emulation.report_places (report_id, places) values (@report_id, @places) returning report_id
