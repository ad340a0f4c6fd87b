-- Add a rater's submission to a round.
-- params:  $landscape_id, $id, $round_id, $rater
-- returns: nothing
-- order:   none
insert into submission (landscape_id, id, round_id, rater)
values ($landscape_id, $id, $round_id, $rater)
