-- All rows of a table for a copy of all of a landscape, every value as text, to the last character.
-- params:  $landscape_id
-- returns: the columns of the table without landscape_id
-- order:   every column, so that the order in which rows arrived is not told
select columns(* exclude (landscape_id))::varchar
from __table__
where landscape_id = $landscape_id
order by all
