-- The answers to one item of a round, counted.
-- params:  $landscape_id, $round_id, $item_id
-- returns: level, off_scale, text_shown, times
-- order:   level, then off_scale
select level, off_scale, min(text_shown) as text_shown, count(*) as times
from answer
where landscape_id = $landscape_id and round_id = $round_id and item_id = $item_id
group by level, off_scale
order by level nulls last, off_scale
