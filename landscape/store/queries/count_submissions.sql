-- How many have begun and how many have finished a round, and how many have answered anything in it.
-- params:  $landscape_id, $round_id
-- returns: begun, finished, answered
-- order:   one row
select count(*) as begun, count(*) filter (where finished) as finished,
    count(*) filter (where exists (
        select 1 from answer as a where a.landscape_id = s.landscape_id and a.submission_id = s.id
    )) as answered
from submission as s
where s.landscape_id = $landscape_id and s.round_id = $round_id
order by begun
