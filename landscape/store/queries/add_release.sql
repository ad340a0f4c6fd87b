-- Add what a round gave out.
-- params:  $landscape_id, $id, $round_id, $number, $day, $cells (JSON)
-- returns: nothing
-- order:   none
insert into release (landscape_id, id, round_id, number, released_on, cells)
values ($landscape_id, $id, $round_id, $number, $day, $cells)
