-- Results of large runs are written once and read by their run: their rows are checked as a set by the run that writes them
-- (docs/adr/0003 says the same of figures), not by a trigger a row.
alter table emulation.run_inputs drop constraint run_inputs_run_id_fkey;
alter table emulation.score_lines drop constraint score_lines_run_id_fkey;
alter table emulation.unit_results drop constraint unit_results_run_id_fkey;

-- The inputs of a line stand in the canonical result; rows written from now on do not repeat them.
alter table emulation.score_lines alter column inputs drop not null;

-- The canonical result of a large run is hundreds of megabytes of much the same text. Servers built without LZ4 keep the old way.
do $$
begin
    alter table emulation.runs alter column result set compression lz4;
exception
    when feature_not_supported then null;
end
$$;
