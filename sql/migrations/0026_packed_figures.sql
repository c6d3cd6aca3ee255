-- Beside the figures: all that a submission says of a unit and period in one value, so that a run reads one row where it read fifty.
-- Written with the figures, never updated, no foreign keys, as they (docs/adr/0003); figures stored before have no such row (docs/adr/0025).
create table emulation.packed_figures (
    submission_id bigint not null,
    unit_id int not null,
    period_id int not null,
    -- the first byte is the number of the format; written and read by Emulation.Plan.Packing only
    figures bytea not null,
    primary key (submission_id, unit_id, period_id)
) with (toast_tuple_target = 8160);
