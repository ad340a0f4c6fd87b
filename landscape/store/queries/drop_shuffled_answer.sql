-- Take away the rows of a round that were written once more under fresh ids.
-- params:  $landscape_id, $round_id; the frame "shuffled" with id and fresh
-- returns: nothing
-- order:   none
delete from answer
where landscape_id = $landscape_id and round_id = $round_id
  and submission_id not in (select fresh from shuffled)
