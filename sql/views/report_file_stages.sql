-- One row: a file of a report, and when it may leave the office.
-- Parameters: none
-- Columns: report_id bigint, position int, stage text ('draft': the marked twin of a final document; 'after-release': that document and its print; null: every other file), may_leave boolean
-- Rule: docs/adr/0022-document.md; an unmarked document of a report that waits leaves after the release only, its marked twin at any time
create or replace view emulation.report_file_stages as
select file.report_id, file.position, stage.name as stage,
       stage.name is distinct from 'after-release' or emulation.report_is_released(file.report_id) as may_leave
from emulation.report_files as file
cross join lateral (
    select case
        when file.name like '%-du-thao.docx' then 'draft'
        when file.name ~ '\.(docx|pdf)$' and exists (
            select from emulation.report_files as twin
            where twin.report_id = file.report_id and twin.name = regexp_replace(file.name, '\.(docx|pdf)$', '-du-thao.docx'))
        then 'after-release'
    end as name
) as stage
