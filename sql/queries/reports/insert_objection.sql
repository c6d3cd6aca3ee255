-- One row: what a unit says against the results of a period; none if the unit said something there since the page was shown.
-- Parameters: plan_code text, unit_id int, period_id int, objection, entered_by text, entered_at timestamptz, seen bigint (the newest objection the page showed; null for a command, which shows none)
-- Columns: objection_id bigint
-- Rule: docs/adr/0015-reopening.md; a double click is one objection (docs/adr/0027-acting-pages.md)
insert into emulation.objections (plan_code, unit_id, period_id, objection, entered_by, entered_at)
select @plan_code, @unit_id, @period_id, @objection, @entered_by, @entered_at
where @seen::bigint is null or not exists (
    select from emulation.objections as newer
    where newer.plan_code = @plan_code and newer.period_id = @period_id and newer.unit_id = @unit_id and newer.objection_id > @seen
)
returning objection_id
