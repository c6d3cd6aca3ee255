-- One row: how far the mailbox was read; none if never, or if its uids are new.
-- Parameters: mailbox text; uid_validity bigint
-- Columns: last_uid bigint
-- Rule: the mailbox itself is not changed, so it is remembered here (docs/adr/0023-hold-release-bounces.md)
select last_uid
from emulation.bounce_mailboxes
where mailbox = @mailbox and uid_validity = @uid_validity
