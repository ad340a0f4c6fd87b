-- Empty what was written in a round and is about to be taken away: a file keeps what is only deleted.
-- params:  $landscape_id, $round_id; the frame "shuffled" with id and fresh
-- returns: nothing
-- order:   none
update writing set about = '', text = ''
where landscape_id = $landscape_id and round_id = $round_id
  and submission_id not in (select fresh from shuffled)
