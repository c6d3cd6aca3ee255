-- Where every number of a report stands in workbook, mail and document, and what it is: one row a report instead of a row a cell
-- (a nation's report has 250,000). Reports made before keep their rows in report_cells.
create table emulation.report_places (
    report_id bigint primary key references emulation.reports,
    -- gzip of lines: face, place, text, origin, tab-separated (docs/adr/0029)
    places bytea not null
);
alter table emulation.report_places alter column places set storage external;

create trigger report_places_stay before update or delete on emulation.report_places for each row execute function emulation.refuse_report_cell_change();
