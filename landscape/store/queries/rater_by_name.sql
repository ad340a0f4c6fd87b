-- The submission of somebody in a named round; names are alike in upper and lower case.
-- params:  $landscape_id, $round_id, $name
-- returns: id
-- order:   the first
select id
from submission
where landscape_id = $landscape_id and round_id = $round_id and lower(rater) = lower($name)
order by id
limit 1
