-- The submissions of a round in which something was said.
-- params:  $landscape_id, $round_id
-- returns: id
-- order:   id
select s.id
from submission as s
where s.landscape_id = $landscape_id and s.round_id = $round_id
  and (
      exists (select 1 from answer as a where a.landscape_id = s.landscape_id and a.submission_id = s.id)
      or exists (select 1 from writing as w where w.landscape_id = s.landscape_id and w.submission_id = s.id)
  )
order by s.id
