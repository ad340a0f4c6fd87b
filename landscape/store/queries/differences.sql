-- What putting a table back would do: rows that come back, that go, and that change.
-- params:  $entity; the tables held_then and held_now
-- returns: entity, comes_back, goes, changes
-- order:   one row
select
    $entity as entity,
    count(*) filter (n.row is null and t.row is not null) as comes_back,
    count(*) filter (n.row is not null and t.row is null) as goes,
    count(*) filter (n.row is not null and t.row is not null and n.row <> t.row) as changes
from held_then as t
left join held_now as n on n.id = t.id
where t.entity = $entity
order by entity
