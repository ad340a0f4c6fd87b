-- What a rater wrote.
-- params:  $landscape_id, $submission_id
-- returns: about, text
-- order:   about
select about, text
from writing
where landscape_id = $landscape_id and submission_id = $submission_id
order by about
