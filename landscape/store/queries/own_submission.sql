-- A rater's own submission.
-- params:  $landscape_id, $submission_id
-- returns: round_id, standpoint, finished, rater
-- order:   one row at most
select round_id, standpoint, finished, rater
from submission
where landscape_id = $landscape_id and id = $submission_id
order by id
