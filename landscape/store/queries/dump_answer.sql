-- The answers of named rounds for a copy of all of a landscape; of anonymous ones there are the releases.
-- params:  $landscape_id
-- returns: the columns of answer without landscape_id, all text
-- order:   every column
select columns(* exclude (landscape_id))::varchar
from answer
where landscape_id = $landscape_id
  and round_id in (select r.id from round as r where r.landscape_id = $landscape_id and r.mode = 'named')
order by all
