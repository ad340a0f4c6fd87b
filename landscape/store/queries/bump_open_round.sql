-- Count one more write to the round of a submission, where it is open.
-- params:  $landscape_id, $submission_id
-- returns: id of the round, revision that this write makes
-- order:   one row at most
update round set revision = revision + 1
where landscape_id = $landscape_id and state = 'open'
  and id = (select s.round_id from submission as s where s.landscape_id = $landscape_id and s.id = $submission_id)
returning id, revision
