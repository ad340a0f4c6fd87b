-- A rater's own answers.
-- params:  $landscape_id, $submission_id
-- returns: item_id, level, off_scale, text_shown, language, reason, note, confidence, trend, target, refs (JSON text)
-- order:   item
select item_id, level, off_scale, text_shown, language, reason, note, confidence, trend, target, refs::varchar as refs
from answer
where landscape_id = $landscape_id and submission_id = $submission_id
order by item_id
