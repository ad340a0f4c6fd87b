-- Where every stakeholder stands, in each arrangement.
-- params:  $landscape_id
-- returns: the columns of placement without landscape_id
-- order:   id
select id, arrangement, stakeholder_id, x, y, pinned
from placement
where landscape_id = $landscape_id
order by id
