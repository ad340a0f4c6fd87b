-- Count one more write to a round.
-- params:  $landscape_id, $round_id
-- returns: the revision that this write makes
-- order:   one row at most
update round set revision = revision + 1
where landscape_id = $landscape_id and id = $round_id
returning revision
