-- The submission of one rater in a round; a null rater is the lone convener.
-- params:  $landscape_id, $round_id, $rater
-- returns: id
-- order:   the first
select id
from submission
where landscape_id = $landscape_id and round_id = $round_id and rater is not distinct from $rater
order by id
limit 1
