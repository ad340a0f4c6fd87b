-- The revision that the landscape stood at: that of the last batch until a moment, 0 before the first.
-- params:  $landscape_id, $moment
-- returns: revision
-- order:   one row
select coalesce(max(revision), 0) as revision
from batch
where landscape_id = $landscape_id and changed_at <= $moment
order by revision
