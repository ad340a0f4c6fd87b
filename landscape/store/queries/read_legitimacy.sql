-- Who would open which door to us; judgements, so nothing for those who do not see sensitive columns.
-- params:  $landscape_id, $sees_sensitive
-- returns: the columns of legitimacy without landscape_id
-- order:   id
select
    id, team_member_id, constituency_id, level, door_opener, door_opener_id, basis, judged_by, note, judged_on
from legitimacy
where landscape_id = $landscape_id and $sees_sensitive
order by id
