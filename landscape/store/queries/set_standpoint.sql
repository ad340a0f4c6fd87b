-- Keep where a rater stands.
-- params:  $landscape_id, $submission_id, $standpoint
-- returns: nothing
-- order:   none
update submission set standpoint = $standpoint
where landscape_id = $landscape_id and id = $submission_id
