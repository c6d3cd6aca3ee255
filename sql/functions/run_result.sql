-- The canonical bytes of a run's result, put together from its pieces; empty while it is computed.
create or replace function emulation.run_result(run_id bigint) returns bytea
language sql stable as $$
    select coalesce(string_agg(piece.bytes, '' order by piece.position), '')
    from emulation.run_pieces as piece
    where piece.run_id = run_result.run_id
$$;
