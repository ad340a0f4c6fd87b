-- Take a seat; the submission stands in it in named rounds only.
-- params:  $landscape_id, $seat_id, $submission_id
-- returns: nothing
-- order:   none
update seat set claimed = true, submission_id = $submission_id
where landscape_id = $landscape_id and id = $seat_id
