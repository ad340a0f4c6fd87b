-- Every boundary of a landscape, redacted for the reader.
-- params:  $landscape_id, $sees_sensitive
-- returns: the columns of boundary without landscape_id
-- order:   ordinal, then id
select
    id, name, kinds, attribute, protects, costs, markers, permeability, history_note,
    case when $sees_sensitive then stance else 'undecided' end as stance,
    case when $sees_sensitive then stance_reason end as stance_reason,
    ordinal
from boundary
where landscape_id = $landscape_id
order by ordinal, id
