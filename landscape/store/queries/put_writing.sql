-- Add or replace what a rater wrote about something.
-- params:  $landscape_id, $id, $round_id, $submission_id, $about, $text
-- returns: nothing
-- order:   none
insert or replace into writing (landscape_id, id, round_id, submission_id, about, text)
values ($landscape_id, $id, $round_id, $submission_id, $about, $text)
