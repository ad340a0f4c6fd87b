-- All rounds for a copy of all of a landscape: without their codes, which lead into the first one, and without what a room
-- is at.
-- params:  $landscape_id
-- returns: the columns of round without landscape_id, code, live_item and live_shown, all text
-- order:   every column
select columns(* exclude (landscape_id, code, live_item, live_shown))::varchar
from round
where landscape_id = $landscape_id
order by all
