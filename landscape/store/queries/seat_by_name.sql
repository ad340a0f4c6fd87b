-- The seat of a named round that was meant for somebody; names are alike in upper and lower case.
-- params:  $landscape_id, $round_id, $name
-- returns: id, name, claimed, submission_id
-- order:   the first
select id, name, claimed, submission_id
from seat
where landscape_id = $landscape_id and round_id = $round_id and lower(name) = lower($name)
order by id
limit 1
