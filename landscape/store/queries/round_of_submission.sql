-- The round that a submission belongs to.
-- params:  $landscape_id, $submission_id
-- returns: round_id, state
-- order:   one row at most
select s.round_id, r.state
from submission as s
join round as r on r.landscape_id = s.landscape_id and r.id = s.round_id
where s.landscape_id = $landscape_id and s.id = $submission_id
order by s.round_id
