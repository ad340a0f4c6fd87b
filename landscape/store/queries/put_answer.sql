-- Add or replace one answer.
-- params:  $landscape_id, $id, $round_id, $submission_id, $item_id, $level, $off_scale, $text_shown, $language,
--          $reason, $note, $answered_on, $confidence, $trend, $target, $refs (JSON)
-- returns: nothing
-- order:   none
insert or replace into answer
    (landscape_id, id, round_id, submission_id, item_id, level, off_scale, text_shown, language, reason, note, answered_on,
     confidence, trend, target, refs)
values
    ($landscape_id, $id, $round_id, $submission_id, $item_id, $level, $off_scale, $text_shown, $language,
     $reason, $note, $answered_on, $confidence, $trend, $target, $refs)
