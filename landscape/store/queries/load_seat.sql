-- Add the seats that a copy has; no code leads to them until one is made.
-- params:  $landscape_id; the frame "incoming" with the columns that dump_seat gives, all text
-- returns: nothing
-- order:   none
insert into seat (landscape_id, id, round_id, name, code_hash, claimed, submission_id)
select $landscape_id, id, round_id, name, 'none', claimed::boolean, submission_id
from incoming
