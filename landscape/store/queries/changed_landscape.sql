-- The landscape's own columns as a batch found them.
-- params:  $landscape_id, $batch_id
-- returns: before
-- order:   one row at most
select before
from change
where landscape_id = $landscape_id and batch_id = $batch_id and entity = 'landscape' and before is not null
order by revision
