-- Which rung of the reminder ladder was told to whom: once each, in the transaction that queues the mail.
create table emulation.reminder_steps (
    plan_code text not null,
    unit_id int not null,
    duty text not null,
    period_code text not null,
    -- cutoff-7, cutoff+0, due+3 …
    step text not null,
    -- in lower case
    address text not null,
    -- reminder: a person's digest; overdue-list: the office's list
    told_in text not null,
    told_on date not null,
    -- the mail that told it
    subject_key text not null,
    primary key (plan_code, unit_id, duty, period_code, step, address, told_in),
    constraint told_in_is_known check (told_in in ('reminder', 'overdue-list'))
);
