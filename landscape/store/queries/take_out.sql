-- Take rows away that were not there then.
-- params:  $landscape_id; the table held_then
-- returns: nothing
-- order:   none
delete from __table__
where landscape_id = $landscape_id
  and id in (select t.id from held_then as t where t.entity = '__table__' and t.row is null)
