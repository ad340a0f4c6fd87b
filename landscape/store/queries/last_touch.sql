-- The batches that touched the given rows.
-- params:  $landscape_id; the frame "incoming" with entity and id
-- returns: id, revision, label, undone_revision (of the batch it took back; null where it took none back)
-- order:   newest first
select b.id, b.revision, b.label, undone.revision as undone_revision
from batch as b
left join batch as undone on undone.landscape_id = b.landscape_id and undone.id = b.undoes
where b.landscape_id = $landscape_id
  and b.id in (
      select c.batch_id
      from change as c
      join incoming on incoming.entity = c.entity and incoming.id = c.entity_id
      where c.landscape_id = $landscape_id
  )
order by b.revision desc
