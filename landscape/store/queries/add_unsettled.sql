-- Remember that earlier rows of a closed round may still lie in the file's free space.
-- params:  $landscape_id, $round_id
-- returns: nothing
-- order:   none
insert or replace into unsettled (landscape_id, id) values ($landscape_id, $round_id)
