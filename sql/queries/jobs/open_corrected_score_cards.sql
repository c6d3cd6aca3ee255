-- no rows: score cards that were sent before the newest edition of their period's report are due again
-- @plan_code text
-- one row affected a slot; none while nothing was reissued since, or somebody works on it
-- a corrigendum brings the corrected cards after it; unchanged ones are not mailed (docs/adr/0030-mail-hours.md)
update emulation.schedule_slots as slot
set state = 'due', mailing = 'send', attempts = 0, retry_at = null, not_before = null, waits_for = null, fault = null, settled_at = null, outcome = null,
    noted_at = clock_timestamp()
where slot.plan_code = @plan_code
  and slot.schedule = 'score-cards'
  and slot.state = 'done'
  and (slot.lease_until is null or slot.lease_until < clock_timestamp())
  and exists (
      select from emulation.reports as report
      join emulation.periods as period using (period_id)
      where report.plan_code = slot.plan_code and period.code = slot.period_code
        and report.edition > 1 and report.status = 'final' and report.made_at > slot.settled_at
  )
