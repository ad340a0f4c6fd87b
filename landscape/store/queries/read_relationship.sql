-- Every relationship of a landscape, redacted for the reader.
-- params:  $landscape_id, $sees_team, $sees_sensitive
-- returns: the columns of relationship without landscape_id
-- order:   id
select
    id, source_id, target_id, directed, kind, depth, weight, status, basis,
    case when $sees_sensitive then trust end as trust,
    case when $sees_sensitive then conflict end as conflict,
    last_contact,
    case when $sees_sensitive then note end as note,
    case when $sees_team then attributes else '{}' end as attributes
from relationship
where landscape_id = $landscape_id
order by id
