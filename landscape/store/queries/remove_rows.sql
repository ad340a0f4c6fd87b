-- Take rows away.
-- params:  $landscape_id; the frame "incoming" with id
-- returns: nothing
-- order:   none
delete from __table__
where landscape_id = $landscape_id and id in (select incoming.id from incoming)
