-- What a unit says about a figure that differs much from an earlier one; given beside the figure, in the file itself.
create table emulation.explanations (
    submission_id bigint not null references emulation.submissions,
    unit_id int not null,
    indicator_id int not null,
    period_id int not null,
    -- where it stands: sheet (1-based, 0 for CSV), row and column (1-based)
    source_sheet smallint not null,
    source_row int not null,
    source_column smallint not null,
    explanation text not null,
    primary key (submission_id, unit_id, indicator_id, period_id),
    constraint explanation_says_something check (btrim(explanation) <> '')
);
comment on table emulation.explanations is 'appended per submission, never updated: a later version says its own';
