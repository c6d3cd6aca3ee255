-- One row: a time when we took no files, as it is known now.
-- Parameters: run_id bigint, known_at timestamptz
-- Columns: none
-- Rule: docs/adr/0006-runs-and-closing.md; what is written down later, even if it began before, does not change the run
insert into emulation.run_outages (run_id, outage_id, ended_at)
select @run_id, outage_id, case when ended_at <= @known_at then ended_at end
from emulation.outages
where began_at <= @known_at
