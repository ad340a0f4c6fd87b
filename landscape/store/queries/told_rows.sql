-- Keep the first rows of each table that one batch added, removed and changed, for telling what it did.
-- Places on the map and what imports remember are only counted.
-- params:  $landscape_id, $batch_id, $most, $sees_team, $sees_sensitive
-- returns: nothing; makes the temporary table told (entity, id, what, before, after, rows, place) and an empty
--          told_content (entity, id, row)
-- order:   none
create or replace temp table told_content (entity varchar, id varchar, row json);
create or replace temp table told as
with mine as (
    select
        entity,
        case when entity not in ('placement', 'region', 'import_memory') then entity_id end as id,
        any_value(before) as before,
        any_value(after) as after,
        case
            when count(before) = 0 then 'added'
            when count(after) = 0 and bool_and(before is not null) then 'removed'
            else 'changed'
        end as what
    from change
    where landscape_id = $landscape_id
      and batch_id = $batch_id
      and ($sees_sensitive or entity not in ('legitimacy', 'import_memory'))
      and ($sees_team or entity not in ('map_view', 'plan_step'))
    group by entity, entity_id
),
numbered as (
    select
        entity, id, what, before, after,
        count(*) over (partition by entity, what) as rows,
        row_number() over (partition by entity, what order by length(id), id) as place
    from mine
)
select entity, id, what, before, after, rows, place
from numbered
where place <= case when id is null then 1 else $most end
