-- What the team means to do; its own affair, so nothing for those outside it.
-- params:  $landscape_id, $sees_team
-- returns: the columns of plan_step without landscape_id
-- order:   ordinal, then id
select id, step, round_id, dimension_id, item_id, owner, due_on, status, note, became, ordinal
from plan_step
where landscape_id = $landscape_id and $sees_team
order by ordinal, id
