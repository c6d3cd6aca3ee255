-- What people decided is appended and never changed, as the audit log of it: neither by the program nor thoughtlessly by the owner.
-- (Opinions, mismatches and decisions on reports have been so since they came.)
create function emulation.refuse_decision_change() returns trigger
language plpgsql as $$
begin
    raise exception 'rows of % are appended and never changed', tg_table_name using errcode = 'integrity_constraint_violation';
end
$$;

create trigger score_adjustments_stay before update or delete on emulation.score_adjustments for each row execute function emulation.refuse_decision_change();
create trigger wave_closings_stay before update or delete on emulation.wave_closings for each row execute function emulation.refuse_decision_change();
create trigger wave_reopening_requests_stay before update or delete on emulation.wave_reopening_requests for each row execute function emulation.refuse_decision_change();
create trigger wave_reopenings_stay before update or delete on emulation.wave_reopenings for each row execute function emulation.refuse_decision_change();
create trigger objections_stay before update or delete on emulation.objections for each row execute function emulation.refuse_decision_change();
create trigger objection_answers_stay before update or delete on emulation.objection_answers for each row execute function emulation.refuse_decision_change();
create trigger award_decisions_stay before update or delete on emulation.award_decisions for each row execute function emulation.refuse_decision_change();
create trigger delivery_events_stay before update or delete on emulation.delivery_events for each row execute function emulation.refuse_decision_change();
create trigger erasures_stay before update or delete on emulation.erasures for each row execute function emulation.refuse_decision_change();
