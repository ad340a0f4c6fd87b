-- Add rows, or write the columns given of rows that are there.
-- params:  $landscape_id; the frame "incoming" with id and the columns to write
-- returns: nothing
-- order:   none
insert or replace into __table__ by name
select $landscape_id as landscape_id, incoming.* from incoming
