-- One row: a person asks to reopen the closing that binds; none if the period is open, or was closed anew or asked about since the page was shown.
-- Parameters: plan_code text, period_id int, reason text, asked_by text, asked_at timestamptz, seen_edition int, seen_request bigint (what the page showed, 0 for no request; both null for a command)
-- Columns: wave_reopening_request_id bigint
-- Rule: docs/adr/0015-reopening.md, docs/adr/0027-acting-pages.md
insert into emulation.wave_reopening_requests (wave_closing_id, reason, asked_by, asked_at)
select closing.wave_closing_id, @reason, @asked_by, @asked_at
from emulation.binding_closings as closing
where closing.plan_code = @plan_code
    and closing.period_id = @period_id
    and (@seen_edition::int is null or (
        closing.edition = @seen_edition
        and not exists (
            select from emulation.wave_reopening_requests as newer
            where newer.wave_closing_id = closing.wave_closing_id and newer.wave_reopening_request_id > @seen_request
        )
    ))
returning wave_reopening_request_id
