-- Take the row of a convener's profile away, so that all its columns are written elsewhere.
-- params:  $landscape_id, $principal_id
-- returns: nothing
-- order:   none
delete from profile where landscape_id = $landscape_id and id = $principal_id
