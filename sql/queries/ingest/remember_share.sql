-- No rows: the share at that path is known.
-- @path text, @share_id uuid, @initialised_at timestamptz
-- no columns
-- ADR 0004.
insert into emulation.shares (path, share_id, initialised_at) values (@path, @share_id, @initialised_at) on conflict (path) do nothing
