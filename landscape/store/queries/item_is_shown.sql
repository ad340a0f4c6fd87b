-- Whether the room sees the answers to a question; no row where it does not. Of a round without
-- names it sees them once enough have answered, which is kept as a release.
-- params:  $landscape_id, $round_id, $item_id, $live_id
-- returns: live_item
-- order:   one row at most
select live_item
from round as r
where r.landscape_id = $landscape_id and r.id = $round_id and r.live_item = $item_id and r.live_shown
  and (
    r.mode = 'named'
    or exists (select 1 from release as e where e.landscape_id = $landscape_id and e.id = $live_id)
  )
order by live_item
