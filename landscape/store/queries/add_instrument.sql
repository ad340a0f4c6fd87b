-- Keep a version of a team's own questions; one that is there is never changed.
-- params:  $landscape_id, $id, $digest, $text, $added_on
-- returns: nothing
-- order:   none
insert into instrument (landscape_id, id, digest, text, added_on)
values ($landscape_id, $id, $digest, $text, $added_on)
