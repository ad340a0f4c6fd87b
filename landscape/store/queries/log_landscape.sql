-- The change row of the landscape's own columns.
-- params:  $landscape_id, $batch_id, $revision, $before, $after
-- returns: nothing
-- order:   none
insert into change (landscape_id, batch_id, revision, entity, entity_id, before, after)
values ($landscape_id, $batch_id, $revision, 'landscape', $landscape_id, $before, $after)
