-- The disc that each group has, in each arrangement.
-- params:  $landscape_id
-- returns: the columns of region without landscape_id
-- order:   id
select id, arrangement, group_id, x, y, radius
from region
where landscape_id = $landscape_id
order by id
