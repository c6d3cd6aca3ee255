-- one row: how many mails are in a state
-- no parameters
-- state text, mails int; in ordinal order of state
-- every mail is in exactly one state (design.md §8)
select delivery.state, count(*)::int as mails
from emulation.deliveries as delivery
group by delivery.state
order by delivery.state collate "C"
