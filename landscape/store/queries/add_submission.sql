-- Add a rater's submission to a round.
-- params:  $landscape_id, $id, $round_id, $rater, $key_hash, $standpoint, $typed_in
-- returns: nothing
-- order:   none
insert into submission (landscape_id, id, round_id, rater, key_hash, standpoint, typed_in)
values ($landscape_id, $id, $round_id, $rater, $key_hash, $standpoint, $typed_in)
