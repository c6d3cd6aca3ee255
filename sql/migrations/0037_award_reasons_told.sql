-- The entry of a council's decision tells its reason too, so that one reworded later is found. Entries of before tell what they told and still verify.
drop trigger audit_award_decision on emulation.award_decisions;
create trigger audit_award_decision after insert on emulation.award_decisions for each row
    execute function emulation.audit_row('award-decided', 'decided_by', 'award_decision_id', 'award_decision_id,submission_id,row_number,decision,title_decided,reason,decided_at');
