-- Add a seat to a round.
-- params:  $landscape_id, $id, $round_id, $name, $code_hash
-- returns: nothing
-- order:   none
insert into seat (landscape_id, id, round_id, name, code_hash)
values ($landscape_id, $id, $round_id, $name, $code_hash)
