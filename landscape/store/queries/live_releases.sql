-- What a room was shown of single items of an anonymous round.
-- params:  $landscape_id, $round_id
-- returns: cells (JSON text)
-- order:   id
select cells::varchar as cells
from release
where landscape_id = $landscape_id and round_id = $round_id and number = 0
order by id
