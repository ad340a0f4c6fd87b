-- Write the rows that are not as they were then; those that were not there are taken out by take_out.
-- params:  $columns (JSON: every column -> VARCHAR); the tables held_then and held_now
-- returns: nothing
-- order:   none
insert or replace into __table__ by name
select unnest(from_json(t.row, $columns))
from held_then as t
left join held_now as n on n.id = t.id
where t.entity = '__table__' and t.row is not null and t.row is distinct from n.row
