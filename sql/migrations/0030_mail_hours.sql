-- Reminders keep to the plan's mail hours also when they are tried again; reports go at once.
alter table emulation.deliveries add column keeps_mail_hours boolean not null default false;
