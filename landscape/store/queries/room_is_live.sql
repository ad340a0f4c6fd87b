-- The question that the round of whoever holds a secret is at; no row where it is at none.
-- params:  $key_hash
-- returns: live_item
-- order:   one row at most
select r.live_item
from submission as s
join round as r on r.landscape_id = s.landscape_id and r.id = s.round_id
where s.key_hash = $key_hash and r.state = 'open' and r.live_item is not null
order by r.live_item
