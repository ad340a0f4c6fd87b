-- Write the submissions of an anonymous round once more under fresh ids, without the secrets of their raters.
-- params:  $landscape_id; the frame "shuffled" with id and fresh
-- returns: nothing
-- order:   of the fresh ids
insert into submission (landscape_id, id, round_id, standpoint, finished, released)
select s.landscape_id, f.fresh, s.round_id, s.standpoint, true, s.released
from submission as s
join shuffled as f on f.id = s.id
where s.landscape_id = $landscape_id
order by f.fresh
