-- What was decided in earlier imports; it holds names and values of files, so nothing for those who do not
-- see sensitive columns.
-- params:  $landscape_id, $sees_sensitive
-- returns: the columns of import_memory without landscape_id
-- order:   id
select id, decided
from import_memory
where landscape_id = $landscape_id and $sees_sensitive
order by id
