-- All that was written in a round for what it gives out; only read while the round is being closed.
-- params:  $landscape_id, $round_id
-- returns: submission_id, about, text, released
-- order:   submission, then about
select w.submission_id, w.about, w.text, s.released
from writing as w
join submission as s on s.landscape_id = w.landscape_id and s.id = w.submission_id
where w.landscape_id = $landscape_id and w.round_id = $round_id
order by w.submission_id, w.about
