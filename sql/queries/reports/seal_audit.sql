-- One row: how many waiting audit entries the chain has taken up.
-- no parameters
-- Columns: sealed bigint
-- Rule: entries are written with the change and chained after it (docs/adr/0013-audit.md)
select emulation.seal_audit() as sealed
