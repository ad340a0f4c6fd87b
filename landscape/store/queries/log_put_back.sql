-- The change rows of putting back: slim for rows that come back, with before and after for those that differ.
-- params:  $landscape_id, $batch_id, $revision, $entity; the tables held_then and held_now
-- returns: the number of rows
-- order:   none
insert into change (landscape_id, batch_id, revision, entity, entity_id, before, after)
select
    $landscape_id, $batch_id, $revision, $entity, t.id, n.row,
    case when n.row is not null then t.row end
from held_then as t
left join held_now as n on n.id = t.id
where t.entity = $entity and t.row is distinct from n.row
