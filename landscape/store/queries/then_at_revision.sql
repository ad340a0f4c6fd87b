-- Keep how the rows that were touched after a revision were at it: what the first change after it found.
-- params:  $landscape_id, $since
-- returns: nothing; makes the temporary table held_then (entity, id, row; row is null where there was none)
-- order:   none
create or replace temp table held_then as
with first_touch as (
    select entity, entity_id, min(revision) as revision
    from change
    where landscape_id = $landscape_id and revision > $since
    group by entity, entity_id
)
select c.entity, c.entity_id as id, any_value(c.before) as row
from change as c
join first_touch as f
    on f.entity = c.entity and f.entity_id = c.entity_id and f.revision = c.revision
where c.landscape_id = $landscape_id
group by c.entity, c.entity_id
