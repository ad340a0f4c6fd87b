-- The submissions of named rounds for a copy of all of a landscape, without the secrets of their raters.
-- params:  $landscape_id
-- returns: id, round_id, rater, standpoint, finished, released, typed_in, all text
-- order:   id
select
    s.id, s.round_id, s.rater, s.standpoint, s.finished::varchar as finished, s.released::varchar as released,
    s.typed_in::varchar as typed_in
from submission as s
join round as r on r.landscape_id = s.landscape_id and r.id = s.round_id and r.mode = 'named'
where s.landscape_id = $landscape_id
order by s.id
