-- All answers of a round for what it gives out; only read while the round is being closed.
-- params:  $landscape_id, $round_id
-- returns: submission_id, standpoint, item_id, level, off_scale, text_shown, note, target, released
-- order:   submission, then item
select a.submission_id, s.standpoint, a.item_id, a.level, a.off_scale, a.text_shown, a.note, a.target, s.released
from answer as a
join submission as s on s.landscape_id = a.landscape_id and s.id = a.submission_id
where a.landscape_id = $landscape_id and a.round_id = $round_id
order by a.submission_id, a.item_id
