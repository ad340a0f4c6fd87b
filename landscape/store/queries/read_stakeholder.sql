-- Every stakeholder of a landscape, redacted for the reader.
-- params:  $landscape_id, $sees_team, $sees_sensitive
-- returns: the columns of stakeholder without landscape_id
-- order:   ordinal, then id
select
    id, name, kind, constituency_id, role, level, place, latitude, longitude,
    case when $sees_sensitive then influence end as influence,
    case when $sees_sensitive then interest end as interest,
    case when $sees_sensitive then roles end as roles,
    on_team,
    case when $sees_team then location_note end as location_note,
    case when $sees_team then interests_declared end as interests_declared,
    case when $sees_team then asked end as asked,
    case when $sees_sensitive then notes end as notes,
    case when $sees_team then attributes else '{}' end as attributes,
    ordinal
from stakeholder
where landscape_id = $landscape_id
order by ordinal, id
