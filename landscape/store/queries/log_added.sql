-- One slim change row for each row that a write adds.
-- params:  $landscape_id, $batch_id, $revision, $entity; the frame "incoming" and the table held_before
-- returns: nothing
-- order:   none
insert into change (landscape_id, batch_id, revision, entity, entity_id)
select $landscape_id, $batch_id, $revision, $entity, incoming.id
from incoming
where incoming.id not in (select held_before.id from held_before)
