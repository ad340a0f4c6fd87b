-- Add or replace what a convener says of themselves.
-- params:  $landscape_id, $principal_id, $said (JSON), $changed_on
-- returns: nothing
-- order:   none
insert or replace into profile (landscape_id, id, said, changed_on)
values ($landscape_id, $principal_id, $said, $changed_on)
