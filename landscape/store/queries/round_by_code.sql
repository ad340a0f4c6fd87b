-- The round that a code leads to: the room's own code, or that of a seat. Codes belong to no landscape.
-- params:  $code, $code_hash
-- returns: landscape_id, round_id, state, seat_name, personal, used
-- order:   open rounds first, then by id; the first
select r.landscape_id, r.id as round_id, r.state, found.name as seat_name, found.personal, found.used
from (
    select landscape_id, id as round_id, null as name, false as personal, false as used
    from round where code = $code
    union all
    select landscape_id, round_id, name, true, claimed
    from seat where code_hash = $code_hash
) as found
join round as r on r.landscape_id = found.landscape_id and r.id = found.round_id
join landscape as l on l.landscape_id = r.landscape_id and l.deleted_at is null
order by r.state <> 'open', r.landscape_id, r.id
limit 1
