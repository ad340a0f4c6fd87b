-- Keep the rows that a write is about to touch, as text: every column cast to varchar, so that doubles and
-- JSON come back to the last character.
-- params:  $landscape_id; the frame "incoming" with id
-- returns: nothing; makes the temporary table held_before (id, row)
-- order:   none
create or replace temp table held_before as
select r.id, to_json(r) as row
from (
    select columns(*)::varchar
    from __table__
    where landscape_id = $landscape_id and id in (select incoming.id from incoming)
) as r
