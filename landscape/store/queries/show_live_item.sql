-- Let a room answer one item, and see its answers or not.
-- params:  $landscape_id, $round_id, $item_id, $shown
-- returns: id of the round that changed
-- order:   one row at most
update round set live_item = $item_id, live_shown = $shown, revision = revision + 1
where landscape_id = $landscape_id and id = $round_id
returning id
