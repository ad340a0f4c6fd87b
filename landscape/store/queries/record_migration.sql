-- Record a migration, in the transaction that ran it.
-- params:  $name, $moment
-- returns: nothing
-- order:   none
insert into migration (name, applied_at) values ($name, $moment)
