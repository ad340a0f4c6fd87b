-- Give the rater of a submission a fresh secret.
-- params:  $landscape_id, $submission_id, $key_hash
-- returns: nothing
-- order:   none
update submission set key_hash = $key_hash
where landscape_id = $landscape_id and id = $submission_id
