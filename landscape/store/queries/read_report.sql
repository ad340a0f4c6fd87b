-- Every report of a relationship; who reported is redacted for the reader.
-- params:  $landscape_id, $sees_sensitive
-- returns: the columns of report without landscape_id
-- order:   relationship, then id
select
    id, relationship_id, source_id, target_id,
    case when $sees_sensitive then rater end as rater,
    case when $sees_sensitive then rater_id end as rater_id,
    depth, kind, reported_on,
    case when $sees_sensitive then note end as note
from report
where landscape_id = $landscape_id
order by relationship_id, id
