-- no rows: a person's order to make a run of the past
-- @plan_code text; @schedule text; @slot_at timestamptz; @period_code text; @mailing text; @found text; @ordered_by text; @now timestamptz (the host's clock)
-- one row affected
-- audited (ADR 0024)
insert into emulation.back_fills (plan_code, schedule, slot_at, period_code, found, mailing, ordered_by, ordered_at)
values (@plan_code, @schedule, @slot_at, @period_code, @found, @mailing, @ordered_by, @now)
