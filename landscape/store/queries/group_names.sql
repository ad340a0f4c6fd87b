-- The names of groups that a rater can say to stand in.
-- params:  $landscape_id
-- returns: name
-- order:   as on the map
select name
from constituency
where landscape_id = $landscape_id
order by ordinal, name
