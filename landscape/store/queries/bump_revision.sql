-- Count one more write to the map.
-- params:  $landscape_id, $moment
-- returns: the revision that this write makes
-- order:   one row at most
update landscape set revision = revision + 1, changed_at = $moment
where landscape_id = $landscape_id and deleted_at is null
returning revision
