-- Notes by which exceptions accepted files were taken.
-- Arrays of equal length: @submission_ids bigint[], @exception_ids bigint[]
-- none
-- docs/adr/0011-answers.md
insert into emulation.exceptions_used (submission_id, exception_id)
select submission_id, exception_id
from unnest(@submission_ids, @exception_ids) as used (submission_id, exception_id)
