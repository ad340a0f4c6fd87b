-- The seat of a round that a code belongs to.
-- params:  $landscape_id, $round_id, $code_hash
-- returns: id, name, claimed, submission_id
-- order:   one row at most
select id, name, claimed, submission_id
from seat
where landscape_id = $landscape_id and round_id = $round_id and code_hash = $code_hash
order by id
