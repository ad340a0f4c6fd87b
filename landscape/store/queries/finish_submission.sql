-- Mark a submission as finished.
-- params:  $landscape_id, $submission_id
-- returns: nothing
-- order:   none
update submission set finished = true
where landscape_id = $landscape_id and id = $submission_id
