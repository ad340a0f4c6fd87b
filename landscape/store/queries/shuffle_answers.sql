-- Write the answers of an anonymous round once more under fresh ids, all with the day of closing: whoever came after it
-- had been opened again does not stand apart.
-- params:  $landscape_id, $day; the frame "shuffled" with id and fresh
-- returns: nothing
-- order:   of the fresh ids, then item
insert into answer
    (landscape_id, id, round_id, submission_id, item_id, level, off_scale, text_shown, language, reason, note, answered_on,
     confidence, trend, target, refs)
select
    a.landscape_id, f.fresh || '/' || a.item_id, a.round_id, f.fresh, a.item_id, a.level, a.off_scale, a.text_shown,
    a.language, a.reason, a.note, $day,
    a.confidence, a.trend, a.target, a.refs
from answer as a
join shuffled as f on f.id = a.submission_id
where a.landscape_id = $landscape_id
order by f.fresh, a.item_id
