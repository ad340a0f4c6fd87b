-- Open a round again.
-- params:  $landscape_id, $round_id, $code, $expected
-- returns: id of the round that changed
-- order:   one row at most
update round set
    state = 'open',
    revision = revision + 1,
    closed_on = null,
    code = $code,
    expected = $expected
where landscape_id = $landscape_id and id = $round_id
returning id
