-- Take away what a rater wrote about something.
-- params:  $landscape_id, $id
-- returns: nothing
-- order:   none
delete from writing
where landscape_id = $landscape_id and id = $id
