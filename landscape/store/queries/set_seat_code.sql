-- Give a seat a fresh code.
-- params:  $landscape_id, $seat_id, $code_hash
-- returns: nothing
-- order:   none
update seat set code_hash = $code_hash
where landscape_id = $landscape_id and id = $seat_id
