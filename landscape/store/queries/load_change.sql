-- Add the changes that a copy has; "*" in them stands for the landscape's id.
-- params:  $landscape_id; the frame "incoming" with the columns of change but landscape_id, all text
-- returns: nothing
-- order:   none
insert into change (landscape_id, batch_id, revision, entity, entity_id, before, after)
select
    $landscape_id, batch_id, revision::bigint, entity,
    case when entity = 'landscape' then $landscape_id else entity_id end,
    case when starts_with(before, '{"landscape_id":"*"')
        then '{"landscape_id":"' || $landscape_id || '"' || substr(before, 20) else before
    end::json,
    case when starts_with(after, '{"landscape_id":"*"')
        then '{"landscape_id":"' || $landscape_id || '"' || substr(after, 20) else after
    end::json
from incoming
