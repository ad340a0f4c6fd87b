-- Mark a landscape as deleted, or take that back with a null moment.
-- params:  $landscape_id, $deleted_at
-- returns: landscape_id of the row that changed
-- order:   one row at most
update landscape set deleted_at = $deleted_at
where landscape_id = $landscape_id and ($deleted_at is null or deleted_at is null)
returning landscape_id
