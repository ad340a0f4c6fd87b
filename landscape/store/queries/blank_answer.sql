-- Empty the answers of a round that are about to be taken away: a file keeps what is only deleted.
-- params:  $landscape_id, $round_id; the frame "shuffled" with id and fresh
-- returns: nothing
-- order:   none
update answer set
    item_id = '', level = null, off_scale = 'no_answer', text_shown = null, reason = null, note = null,
    confidence = null, trend = null, target = null, refs = null
where landscape_id = $landscape_id and round_id = $round_id
  and submission_id not in (select fresh from shuffled)
