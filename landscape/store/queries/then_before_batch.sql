-- Keep how the rows that one batch touched were before it; of a row taken away and added anew, how it was first.
-- What was remembered of an import stays where a later one has remembered more.
-- params:  $landscape_id, $undone, $since (the revision of that batch)
-- returns: nothing; makes the temporary table held_then (entity, id, row; row is null where there was none)
-- order:   none
create or replace temp table held_then as
select entity, entity_id as id, any_value(before) as row
from change
where landscape_id = $landscape_id
  and batch_id = $undone
  and (
      entity <> 'import_memory'
      or entity_id not in (
          select later.entity_id
          from change as later
          where later.landscape_id = $landscape_id
            and later.entity = 'import_memory'
            and later.revision > $since
      )
  )
group by entity, entity_id
