-- The rows that one batch touched, by table.
-- params:  $landscape_id, $batch_id
-- returns: entity, entity_id, added (true where the batch added the row)
-- order:   entity, then id
select entity, entity_id, before is null as added
from change
where landscape_id = $landscape_id and batch_id = $batch_id
order by entity, entity_id
