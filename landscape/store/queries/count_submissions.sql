-- How many have begun and how many have finished a round.
-- params:  $landscape_id, $round_id
-- returns: begun, finished
-- order:   one row
select count(*) as begun, count(*) filter (where finished) as finished
from submission
where landscape_id = $landscape_id and round_id = $round_id
order by begun
