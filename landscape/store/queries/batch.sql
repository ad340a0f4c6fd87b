-- One batch.
-- params:  $landscape_id, $batch_id
-- returns: id, revision, kind, label, principal_id, changed_at, undoes, rows
-- order:   one row at most
select
    b.id, b.revision, b.kind, b.label, b.principal_id, b.changed_at, b.undoes,
    (
        select count(*) from change as c
        where c.landscape_id = b.landscape_id and c.batch_id = b.id
          and c.entity not in ('placement', 'region', 'import_memory')
    ) as rows
from batch as b
where b.landscape_id = $landscape_id and b.id = $batch_id
order by b.revision
