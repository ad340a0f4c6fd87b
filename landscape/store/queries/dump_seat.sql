-- The seats of named rounds for a copy of all of a landscape, without their codes.
-- params:  $landscape_id
-- returns: id, round_id, name, claimed, submission_id, all text
-- order:   id
select s.id, s.round_id, s.name, s.claimed::varchar as claimed, s.submission_id
from seat as s
join round as r on r.landscape_id = s.landscape_id and r.id = s.round_id and r.mode = 'named'
where s.landscape_id = $landscape_id
order by s.id
