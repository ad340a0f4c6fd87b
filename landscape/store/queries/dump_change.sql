-- All changes for a copy of all of a landscape; "*" stands for the landscape's id in what rows were.
-- params:  $landscape_id
-- returns: batch_id, revision, entity, entity_id, before, after
-- order:   every column
select
    batch_id, revision::varchar as revision, entity,
    case when entity = 'landscape' then '*' else entity_id end as entity_id,
    case when starts_with(before::varchar, '{"landscape_id":"' || $landscape_id || '"')
        then '{"landscape_id":"*"' || substr(before::varchar, length($landscape_id) + 19)
        else before::varchar
    end as before,
    case when starts_with(after::varchar, '{"landscape_id":"' || $landscape_id || '"')
        then '{"landscape_id":"*"' || substr(after::varchar, length($landscape_id) + 19)
        else after::varchar
    end as after
from change
where landscape_id = $landscape_id
order by all
