-- One row: a file that goes with a mail of no report.
-- Parameters: delivery_id bigint; position int; name, media_type text; content bytea; content_id text (null for an attachment)
-- Columns: delivery_id bigint
-- Rule: the bytes are made once, when the mail is queued (docs/adr/0007-delivery.md)
insert into emulation.delivery_files (delivery_id, position, name, media_type, content, content_id)
values (@delivery_id, @position, @name, @media_type, @content, @content_id)
returning delivery_id
