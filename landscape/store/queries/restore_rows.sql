-- Put rows back exactly as a batch found them.
-- params:  $landscape_id, $batch_id, $columns (JSON: every column -> VARCHAR)
-- returns: nothing
-- order:   none
insert or replace into __table__ by name
select unnest(from_json(before, $columns))
from change
where landscape_id = $landscape_id and batch_id = $batch_id and entity = '__table__' and before is not null
