-- One row: how much was found, decided and arranged about an entry: as many as list_mismatch_events lists.
-- Parameters: mismatch_id bigint
-- Columns: events bigint
-- Rule: who decides has seen all that is known of the entry (docs/adr/0027-acting-pages.md)
select
    (select count(*) from emulation.mismatch_findings where mismatch_id = @mismatch_id)
    + (select count(*) from emulation.mismatch_decisions where mismatch_id = @mismatch_id)
    + (select count(*) from emulation.mismatch_follow_ups where mismatch_id = @mismatch_id)
    + (
        select count(*) from emulation.mismatch_follow_up_ends
        join emulation.mismatch_follow_ups using (mismatch_follow_up_id) where mismatch_id = @mismatch_id
    ) as events
