-- What people wrote in a named round: all of it once it is closed, before that the reader's own. Of an anonymous round,
-- nothing.
-- params:  $landscape_id, $round_id, $reader, $sees_sensitive
-- returns: submission_id, rater, about, text
-- order:   submission, then about
select w.submission_id, case when $sees_sensitive then s.rater end as rater, w.about, w.text
from writing as w
join submission as s on s.landscape_id = w.landscape_id and s.id = w.submission_id
join round as r on r.landscape_id = w.landscape_id and r.id = w.round_id
where w.landscape_id = $landscape_id and w.round_id = $round_id and r.mode = 'named' and $sees_sensitive
  and (r.state not in ('draft', 'open') or s.rater is null or s.rater = $reader)
order by w.submission_id, w.about
