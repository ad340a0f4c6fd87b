-- The profile of who takes a copy of all of a landscape, all text; the profiles of others stay where they are.
-- params:  $landscape_id, $principal_id
-- returns: id, said, changed_on, all text
-- order:   id
select id, said::varchar as said, changed_on::varchar as changed_on
from profile
where landscape_id = $landscape_id and id = $principal_id
order by id
