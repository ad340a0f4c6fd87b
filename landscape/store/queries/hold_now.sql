-- Keep the rows that held_then names as they are, as text; see hold_before.
-- params:  $landscape_id; the table held_then
-- returns: nothing; makes the temporary table held_now (id, row)
-- order:   none
create or replace temp table held_now as
select r.id, to_json(r) as row
from (
    select columns(*)::varchar
    from __table__
    where landscape_id = $landscape_id
      and id in (select t.id from held_then as t where t.entity = '__table__')
) as r
