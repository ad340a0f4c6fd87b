-- One landscape that is not deleted.
-- params:  $landscape_id
-- returns: landscape_id, name, challenge, difference_sought, scope, out_of_scope, settings, revision,
--          created_at, changed_at, deleted_at
-- order:   one row at most
select
    landscape_id, name, challenge, difference_sought, scope, out_of_scope, settings, revision,
    created_at, changed_at, deleted_at
from landscape
where landscape_id = $landscape_id and deleted_at is null
order by landscape_id
