-- Write what people wrote in an anonymous round once more under fresh ids.
-- params:  $landscape_id; the frame "shuffled" with id and fresh
-- returns: nothing
-- order:   of the fresh ids, then about
insert into writing (landscape_id, id, round_id, submission_id, about, text)
select w.landscape_id, f.fresh || '/' || w.about, w.round_id, f.fresh, w.about, w.text
from writing as w
join shuffled as f on f.id = w.submission_id
where w.landscape_id = $landscape_id
order by f.fresh, w.about
