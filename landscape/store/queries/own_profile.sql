-- What a convener says of themselves; nobody is given another's.
-- params:  $landscape_id, $principal_id
-- returns: said (JSON), changed_on
-- order:   at most one row
select said, changed_on
from profile
where landscape_id = $landscape_id and id = $principal_id
