-- The saved views of the map; a look may filter by what only the team sees, so nothing for those outside it.
-- params:  $landscape_id, $sees_team
-- returns: the columns of map_view without landscape_id
-- order:   ordinal, then id
select id, name, sentence, look, camera, ordinal
from map_view
where landscape_id = $landscape_id and $sees_team
order by ordinal, id
