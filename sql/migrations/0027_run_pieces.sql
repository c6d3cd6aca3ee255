-- The canonical result of a run in pieces, one a scored unit: written, hashed and stored side by side, and a unit's page reads its own
-- (docs/adr/0032-score-lines-in-the-result.md). Score lines stand in them and nowhere else.
create table emulation.run_pieces (
    run_id bigint not null,
    -- 0-based; the pieces of a run, one behind the other, are its canonical result
    position int not null,
    -- the unit whose outcome the piece is, with the comma that follows if another unit does; null for all else
    unit_id int,
    bytes bytea not null,
    primary key (run_id, position)
);

-- Much the same text again and again. Servers built without LZ4 keep the old way.
do $$
begin
    alter table emulation.run_pieces alter column bytes set compression lz4;
exception
    when feature_not_supported then null;
end
$$;

-- Results stored before are cut where they would be cut today. No member but a unit's is called "block", and no text of a value holds a bare quotation mark.
insert into emulation.run_pieces (run_id, position, unit_id, bytes)
select run.run_id, piece.position, piece.unit_id, convert_to(piece.text, 'UTF8')
from emulation.runs as run
cross join lateral (
    with fragments as (
        select fragment.n, fragment.text, fragment.n = max(fragment.n) over () as is_last
        from string_to_table(convert_from(run.result, 'UTF8'), '","block":') with ordinality as fragment (text, n)
    ),

    -- A fragment ends with the beginning of the next unit, the last one with all that follows the units.
    ends as (
        select
            n, text, is_last,
            case
                when not is_last then length(substring(text from '\{"unit":"[^"]*$'))
                when strpos(text, '],"indicators":[') > 0 then length(text) - strpos(text, '],"indicators":[') + 1
                else 0
            end as length_of_end
        from fragments
    ),

    pieces as (
        select
            n, is_last, left(text, length(text) - length_of_end) as text, right(text, length_of_end) as next_begins,
            lag(right(text, length_of_end)) over (order by n) as begins
        from ends
    )

    select
        (pieces.n - 1)::int as position,
        (select unit_id from emulation.unit_results as result join emulation.units as unit using (unit_id)
         where result.run_id = run.run_id and unit.code = substring(pieces.begins from 10)) as unit_id,
        coalesce(pieces.begins || '","block":', '') || pieces.text as text
    from pieces
    union all
    select pieces.n::int, null, pieces.next_begins from pieces where pieces.is_last and pieces.next_begins <> ''
) as piece
where run.result is not null;

-- Not one byte may be lost.
do $$
begin
    if exists (
        select from emulation.runs as run
        where run.result is distinct from (
            select string_agg(piece.bytes, '' order by piece.position) from emulation.run_pieces as piece where piece.run_id = run.run_id)
    ) then
        raise exception 'a result is not the sum of its pieces';
    end if;
end
$$;

drop view if exists emulation.latest_provisional_points;
alter table emulation.runs drop column result;
drop table emulation.score_lines;
