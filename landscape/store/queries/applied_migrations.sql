-- The migrations this database has had.
-- params:  none
-- returns: name
-- order:   name
select name from migration order by name
