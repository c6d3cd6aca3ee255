-- Every file of a report: workbook, document, twins for machines, pictures of the mail. Before, a report had its workbook and nothing else.
-- Made once, with the report, and never changed.
create table emulation.report_files (
    report_id bigint not null references emulation.reports,
    -- 1-based: the order in which mail, page and command list them
    position int not null,
    -- ASCII; unique in its report
    name text not null,
    media_type text not null,
    content bytea not null,
    content_hash bytea not null,
    -- true: goes with every mail of the report
    is_attached boolean not null,
    -- the name by which the HTML body shows the picture (cid:); null for a file that is no part of the body
    content_id text,
    primary key (report_id, position),
    constraint file_names_are_unique_in_a_report unique (report_id, name),
    constraint positions_begin_at_one check (position >= 1),
    constraint file_names_are_plain check (name ~ '^[A-Za-z0-9][A-Za-z0-9._-]*$'),
    constraint content_hash_is_the_sha256 check (content_hash = sha256(content)),
    constraint a_picture_of_the_body_is_no_attachment check (content_id is null or not is_attached)
);

insert into emulation.report_files (report_id, position, name, media_type, content, content_hash, is_attached)
select report_id, 1, workbook_name, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', workbook, workbook_hash, true
from emulation.reports;

-- The hash of a workbook stood in the entry of its report; from now on every file has an entry of its own.
drop trigger audit_report on emulation.reports;
create trigger audit_report after insert on emulation.reports for each row
    execute function emulation.audit_row('report-made', '', 'report_id', 'report_id,plan_code,kind,period_id,edition,run_id,status,made_at,reason');

create function emulation.audit_report_file() returns trigger
language plpgsql as $$
begin
    perform emulation.record_audit(
        'report-file-made', null, 'reports ' || new.report_id,
        jsonb_build_object('report_id', new.report_id, 'position', new.position, 'name', new.name, 'content_hash', encode(new.content_hash, 'hex')));
    return null;
end
$$;
create trigger audit_report_file after insert on emulation.report_files for each row
    execute function emulation.audit_report_file();

create function emulation.refuse_report_file_change() returns trigger
language plpgsql as $$
begin
    raise exception 'files of a report are made once and never changed' using errcode = 'integrity_constraint_violation';
end
$$;
create trigger report_files_stay before update or delete on emulation.report_files for each row execute function emulation.refuse_report_file_change();

alter table emulation.reports drop column workbook_name, drop column workbook_hash, drop column workbook;
