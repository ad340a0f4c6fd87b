-- Close a round: nobody answers in it any more, and no room is shown anything.
-- params:  $landscape_id, $round_id, $state, $day, $evidence (JSON; null keeps what is there)
-- returns: id of the round that changed
-- order:   one row at most
update round set
    state = $state,
    revision = revision + 1,
    closed_on = $day,
    live_item = null,
    live_shown = false,
    evidence = coalesce($evidence::json, evidence)
where landscape_id = $landscape_id and id = $round_id
returning id
