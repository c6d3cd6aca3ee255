-- One row: how the files, reports and mails of a plan came out.
-- Parameters: plan_code text.
-- Columns: receipts, accepted, rejected, duplicates, reports, mails (all bigint, never null).
-- Rule: every file dropped has exactly one receipt; a mail is a delivery its transport took (design.md §5, §8).
select
    (select count(*)
     from emulation.receipts as receipt
     join emulation.submissions as submission using (submission_id)
     where submission.plan_code = @plan_code) as receipts,
    (select count(*) from emulation.submissions where plan_code = @plan_code and state = 'accepted') as accepted,
    (select count(*) from emulation.submissions where plan_code = @plan_code and state = 'rejected') as rejected,
    (select count(*) from emulation.submissions where plan_code = @plan_code and state = 'duplicate') as duplicates,
    (select count(*) from emulation.reports where plan_code = @plan_code) as reports,
    (select count(*) from emulation.deliveries where state = 'accepted') as mails;
