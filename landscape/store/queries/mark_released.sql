-- Say with which release the submissions of a round came out, where they had not come out before.
-- params:  $landscape_id, $round_id, $number
-- returns: nothing
-- order:   none
update submission set released = $number
where landscape_id = $landscape_id and round_id = $round_id and released is null
