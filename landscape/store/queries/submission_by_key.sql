-- The submission whose rater holds a secret. Secrets belong to no landscape.
-- params:  $key_hash
-- returns: landscape_id, submission_id
-- order:   one row at most
select s.landscape_id, s.id as submission_id
from submission as s
join landscape as l on l.landscape_id = s.landscape_id and l.deleted_at is null
where s.key_hash = $key_hash
order by s.id
