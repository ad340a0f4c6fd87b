-- Take away the submissions of a round that were written once more under fresh ids, and those in which nothing was said.
-- params:  $landscape_id, $round_id; the frame "shuffled" with id and fresh
-- returns: nothing
-- order:   none
delete from submission
where landscape_id = $landscape_id and round_id = $round_id
  and id not in (select fresh from shuffled)
