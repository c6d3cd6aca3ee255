-- No rows: originals that the archive gives up.
-- @hashes bytea[], @erasure_id bigint
-- no columns
-- ADR 0016
insert into emulation.erased_contents (file_hash, erasure_id)
select distinct given_up.file_hash, @erasure_id from unnest(@hashes) as given_up (file_hash)
on conflict (file_hash) do nothing
