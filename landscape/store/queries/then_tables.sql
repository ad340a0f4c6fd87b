-- The tables of which held_then keeps rows.
-- params:  none; the table held_then
-- returns: entity
-- order:   entity
select entity
from held_then
group by entity
order by entity
