-- A run asks which forms of a period came but could never be accepted; without this it read every submission there ever was.
create index submissions_refused on emulation.submissions (period_id, form, unit_id) where state in ('rejected', 'quarantined');
