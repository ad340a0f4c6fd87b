-- Every constituency of a landscape, redacted for the reader.
-- params:  $landscape_id, $sees_team, $sees_sensitive
-- returns: the columns of constituency without landscape_id
-- order:   ordinal, then id
select
    id, name, kind, level, in_scope,
    case when $sees_sensitive then roles end as roles,
    stake, affected,
    case when $sees_sensitive then decides end as decides,
    case when $sees_sensitive then blocks end as blocks,
    case when $sees_sensitive then funds end as funds,
    case when $sees_sensitive then defines end as defines,
    case when $sees_sensitive then identification end as identification,
    case when $sees_team then knowledge_basis end as knowledge_basis,
    case when $sees_team then confidence end as confidence,
    case when $sees_team then account end as account,
    case when $sees_sensitive then account_told_by end as account_told_by,
    account_told_on,
    case when $sees_sensitive then account_checked_by end as account_checked_by,
    account_checked_on, barriers, entry_points, added_by, ordinal, updated_at
from constituency
where landscape_id = $landscape_id
order by ordinal, id
