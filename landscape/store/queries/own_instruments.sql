-- Questions that a team brought itself, each version a row.
-- params:  $landscape_id
-- returns: id (own id '/' version), digest, text, added_on
-- order:   id
select id, digest, text, added_on
from instrument
where landscape_id = $landscape_id
order by id
