-- One row: the mailbox is read up to that uid.
-- Parameters: mailbox text; uid_validity, uid bigint; now timestamptz
-- Columns: last_uid bigint
-- Rule: two readers may overlap: the farther one counts (docs/adr/0023-hold-release-bounces.md)
insert into emulation.bounce_mailboxes as known (mailbox, uid_validity, last_uid, read_at)
values (@mailbox, @uid_validity, @uid, @now)
on conflict (mailbox) do update
set
    uid_validity = excluded.uid_validity,
    last_uid = case when known.uid_validity = excluded.uid_validity then greatest(known.last_uid, excluded.last_uid) else excluded.last_uid end,
    read_at = excluded.read_at
returning last_uid
