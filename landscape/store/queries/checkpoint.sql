-- Write all that is stored into the database's own file, so that nothing is left of the order in which it came.
-- params:  none
-- returns: nothing
-- order:   none
checkpoint
