-- Empty what a convener says of themselves and is about to be taken away: a file keeps what is only deleted.
-- params:  $landscape_id, $principal_id
-- returns: nothing
-- order:   none
update profile set said = '{}' where landscape_id = $landscape_id and id = $principal_id
