-- One row or none: the share we laid out at a path.
-- @path text
-- share_id uuid
-- ADR 0004: an empty mount point has no marker.
select share_id from emulation.shares where path = @path
