-- When a host last looked at the share. A silence of all hosts is an outage of ours like one of the share (docs/adr/0012).
create table emulation.last_look (
    only_row boolean primary key default true,
    -- by the host's clock, which dates what is seen
    looked_at timestamptz not null,
    -- by the database's clock, which measures the silence: the host's may have been set in between
    noted_at timestamptz not null,
    constraint there_is_one_share check (only_row)
);
comment on table emulation.outages is 'times when we could not take files: kind share, it could not be read; kind host, nobody looked';
