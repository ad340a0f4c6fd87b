-- What an anonymous round gave out at its closings; what a room was shown of single items has number 0.
-- params:  $landscape_id, $round_id
-- returns: number, released_on, cells (JSON text)
-- order:   oldest first
select number, released_on, cells::varchar as cells
from release
where landscape_id = $landscape_id and round_id = $round_id and number > 0
order by number
