-- Of every number in a report's workbook: whose value it is. Made with the report and never changed; by it a printed number leads back to cells and decisions.
create table emulation.report_cells (
    report_id bigint not null references emulation.reports,
    sheet text not null,
    -- as a spreadsheet names it, e.g. C7
    cell text not null,
    -- part;unit;code;column: the address of the value in every face of the report
    address text not null,
    primary key (report_id, sheet, cell),
    constraint address_has_four_parts check (address ~ '^[^;]+;[^;]*;[^;]*;[^;]+$')
);

create function emulation.refuse_report_cell_change() returns trigger
language plpgsql as $$
begin
    raise exception 'what a report''s cells print is noted once and never changed' using errcode = 'integrity_constraint_violation';
end
$$;
create trigger report_cells_stay before update or delete on emulation.report_cells for each row execute function emulation.refuse_report_cell_change();
