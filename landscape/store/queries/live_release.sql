-- What a room was shown of one item of an anonymous round.
-- params:  $landscape_id, $id
-- returns: cells (JSON text)
-- order:   one row at most
select cells::varchar as cells
from release
where landscape_id = $landscape_id and id = $id
order by id
