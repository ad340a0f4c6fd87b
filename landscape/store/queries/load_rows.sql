-- Add the rows that a copy has of a table.
-- params:  $landscape_id; the frame "incoming" with the columns of the table but landscape_id, all text
-- returns: nothing
-- order:   none
insert into __table__ by name
select $landscape_id as landscape_id, incoming.* from incoming
