-- Which constituency stands on which side of which boundary.
-- params:  $landscape_id
-- returns: the columns of boundary_side without landscape_id
-- order:   id
select id, boundary_id, constituency_id, side
from boundary_side
where landscape_id = $landscape_id
order by id
