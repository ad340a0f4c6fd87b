-- Empty the submissions of a round that are about to be taken away: a file keeps what is only deleted.
-- params:  $landscape_id, $round_id; the frame "shuffled" with id and fresh
-- returns: nothing
-- order:   none
update submission set rater = null, key_hash = null, standpoint = null, finished = false
where landscape_id = $landscape_id and round_id = $round_id
  and id not in (select fresh from shuffled)
