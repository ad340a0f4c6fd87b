-- Which batch took which back.
-- params:  $landscape_id
-- returns: id, undoes
-- order:   newest first
select id, undoes
from batch
where landscape_id = $landscape_id and undoes is not null
order by revision desc
