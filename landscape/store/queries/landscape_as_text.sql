-- The landscape's own columns as one JSON text, for the change log.
-- params:  $landscape_id
-- returns: row
-- order:   one row at most
select to_json(r) as row
from (
    select
        name, challenge, difference_sought, scope, out_of_scope, settings::varchar as settings
    from landscape
    where landscape_id = $landscape_id
) as r
order by row
