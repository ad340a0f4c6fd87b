-- Later batches that touched rows which one batch touched; what imports remember stands in nobody's way.
-- params:  $landscape_id, $batch_id, $revision
-- returns: id, revision, label, undone_revision (of the batch it took back; null where it took none back)
-- order:   newest first
select b.id, b.revision, b.label, undone.revision as undone_revision
from batch as b
left join batch as undone on undone.landscape_id = b.landscape_id and undone.id = b.undoes
where b.landscape_id = $landscape_id
  and b.id in (
      select theirs.batch_id
      from change as mine
      join change as theirs
          on theirs.landscape_id = mine.landscape_id
          and theirs.entity = mine.entity
          and theirs.entity_id = mine.entity_id
          and theirs.revision > $revision
      where mine.landscape_id = $landscape_id
        and mine.batch_id = $batch_id
        and mine.entity <> 'import_memory'
  )
order by b.revision desc
