-- Every further constituency of a stakeholder.
-- params:  $landscape_id
-- returns: the columns of membership without landscape_id
-- order:   id
select id, stakeholder_id, constituency_id, role, centrality, since
from membership
where landscape_id = $landscape_id
order by id
