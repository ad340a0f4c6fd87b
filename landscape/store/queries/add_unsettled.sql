-- Remember that what was taken out may still lie in the file's free space.
-- params:  $landscape_id, $about (a round that was closed, or "profile")
-- returns: nothing
-- order:   none
insert or replace into unsettled (landscape_id, id) values ($landscape_id, $about)
