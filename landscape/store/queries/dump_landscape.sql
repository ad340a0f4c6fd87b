-- A landscape's own row for a copy of all of it, every value as text.
-- params:  $landscape_id
-- returns: name, challenge, difference_sought, scope, out_of_scope, settings, revision, created_at, changed_at
-- order:   one row at most
select
    name, challenge, difference_sought, scope, out_of_scope, settings::varchar as settings,
    revision::varchar as revision, created_at::varchar as created_at, changed_at::varchar as changed_at
from landscape
where landscape_id = $landscape_id and deleted_at is null
order by name
