-- The latest writes of a landscape with the number of rows each one touched.
-- params:  $landscape_id, $limit
-- returns: id, revision, kind, label, principal_id, changed_at, undoes, rows
-- order:   newest first
select
    b.id, b.revision, b.kind, b.label, b.principal_id, b.changed_at, b.undoes,
    (
        select count(*) from change as c
        where c.landscape_id = b.landscape_id and c.batch_id = b.id
          and c.entity not in ('placement', 'region')
    ) as rows
from batch as b
where b.landscape_id = $landscape_id
order by b.revision desc
limit $limit
