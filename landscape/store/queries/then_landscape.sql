-- The landscape's own columns as held_then keeps them.
-- params:  none; the table held_then
-- returns: row
-- order:   one row at most
select row
from held_then
where entity = 'landscape' and row is not null
order by row
