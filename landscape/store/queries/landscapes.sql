-- Landscapes, either those in use or those deleted since a moment.
-- params:  $deleted, $since
-- returns: landscape_id, name, challenge, difference_sought, scope, out_of_scope, settings, revision,
--          created_at, changed_at, deleted_at
-- order:   latest change first, then name
select
    landscape_id, name, challenge, difference_sought, scope, out_of_scope, settings, revision,
    created_at, changed_at, deleted_at
from landscape
where ($deleted and deleted_at >= $since) or (not $deleted and deleted_at is null)
order by changed_at desc, name, landscape_id
