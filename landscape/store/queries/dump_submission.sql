-- The submissions of all rounds for a copy of all of a landscape; who gave one only where the round is named.
-- params:  $landscape_id
-- returns: id, round_id, rater, standpoint, finished
-- order:   id
select
    s.id, s.round_id,
    case when r.mode = 'named' then s.rater end as rater,
    case when r.mode = 'named' then s.standpoint end as standpoint,
    s.finished::varchar as finished
from submission as s
join round as r on r.landscape_id = s.landscape_id and r.id = s.round_id
where s.landscape_id = $landscape_id
order by s.id
