-- The latest batches that touched the given rows.
-- params:  $landscape_id; the frame "incoming" with entity and id
-- returns: batch_id, revision
-- order:   newest first
select c.batch_id, max(c.revision) as revision
from change as c
join incoming on incoming.entity = c.entity and incoming.id = c.entity_id
where c.landscape_id = $landscape_id
group by c.batch_id
order by revision desc
