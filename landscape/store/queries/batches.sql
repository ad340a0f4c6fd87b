-- The latest writes of a landscape with the number of rows each one touched.
-- params:  $landscape_id, $limit, $before (a revision, or null), $kind (or null)
-- returns: id, revision, kind, label, principal_id, changed_at, undoes, rows
-- order:   newest first
with listed as (
    select id, revision, kind, label, principal_id, changed_at, undoes
    from batch
    where landscape_id = $landscape_id
      and ($before is null or revision < $before)
      and ($kind is null or kind = $kind)
    order by revision desc
    limit $limit
)
select
    b.id, b.revision, b.kind, b.label, b.principal_id, b.changed_at, b.undoes,
    count(c.entity_id) as rows
from listed as b
left join change as c
    on c.landscape_id = $landscape_id
    and c.batch_id = b.id
    and c.entity not in ('placement', 'region', 'import_memory')
group by b.id, b.revision, b.kind, b.label, b.principal_id, b.changed_at, b.undoes
order by b.revision desc
