-- One row or none: the outage that ended.
-- @kind text, @at timestamptz
-- began_at timestamptz
-- Files first seen in it, or at this very instant, count as received when the outage began.
update emulation.outages set ended_at = @at where kind = @kind and ended_at is null returning began_at
