-- One change row with before and after for each row that a write touched; rows that stayed as they were have none.
-- params:  $landscape_id, $batch_id, $revision, $entity; the table held_before
-- returns: nothing
-- order:   none
insert into change (landscape_id, batch_id, revision, entity, entity_id, before, after)
select $landscape_id, $batch_id, $revision, $entity, h.id, h.row, r.row
from held_before as h
left join (
    select n.id, to_json(n) as row
    from (
        select columns(*)::varchar
        from __table__
        where landscape_id = $landscape_id and id in (select held_before.id from held_before)
    ) as n
) as r on r.id = h.id
where h.row is distinct from r.row
