-- Add a landscape as a copy of it has it, at its revision.
-- params:  $landscape_id, $name, $challenge, $difference_sought, $scope, $out_of_scope, $settings, $revision,
--          $created_at, $changed_at
-- returns: nothing
-- order:   none
insert into landscape
    (landscape_id, name, challenge, difference_sought, scope, out_of_scope, settings, revision, created_at, changed_at)
values
    ($landscape_id, $name, $challenge, $difference_sought, $scope, $out_of_scope, $settings, $revision::bigint,
     $created_at::timestamp, $changed_at::timestamp)
