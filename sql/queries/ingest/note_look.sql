-- One row or none: the silence that this look ended, now on record as an outage of the kind host.
-- @at timestamptz, when the share was looked at by the host's clock; @silent_after interval
-- began_at timestamptz, the look before
-- docs/adr/0012-smb.md: a unit is not late because nobody looked. The silence is measured by the database's clock; two hosts that come back together find it once.
with before as materialized (
    select looked_at, clock_timestamp() - noted_at as silence from emulation.last_look for update
),
noted as (
    insert into emulation.last_look (looked_at, noted_at) values (@at, clock_timestamp())
    on conflict (only_row) do update set looked_at = excluded.looked_at, noted_at = excluded.noted_at
)
insert into emulation.outages (kind, began_at, ended_at)
select 'host', looked_at, @at from before where silence >= @silent_after and looked_at < @at
returning began_at
