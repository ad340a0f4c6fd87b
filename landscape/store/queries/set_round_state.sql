-- Move a round to another state; closing notes the day.
-- params:  $landscape_id, $round_id, $state, $day
-- returns: id of the round that changed
-- order:   one row at most
update round set
    state = $state,
    revision = revision + 1,
    opened_on = case when $state = 'open' and opened_on is null then $day else opened_on end,
    closed_on = case when $state = 'closed' then $day when $state = 'open' then null else closed_on end
where landscape_id = $landscape_id and id = $round_id
returning id
