-- Later batches that touched rows which one batch touched.
-- params:  $landscape_id, $batch_id, $revision
-- returns: id
-- order:   newest first
select b.id
from change as mine
join change as theirs
    on theirs.landscape_id = mine.landscape_id
    and theirs.entity = mine.entity
    and theirs.entity_id = mine.entity_id
    and theirs.revision > $revision
join batch as b on b.landscape_id = theirs.landscape_id and b.id = theirs.batch_id
where mine.landscape_id = $landscape_id and mine.batch_id = $batch_id
group by b.id, b.revision
order by b.revision desc
