-- Add a landscape at revision 0.
-- params:  $landscape_id, $name, $challenge, $difference_sought, $scope, $out_of_scope, $settings, $moment
-- returns: nothing
-- order:   none
insert into landscape
    (landscape_id, name, challenge, difference_sought, scope, out_of_scope, settings, revision, created_at, changed_at)
values
    ($landscape_id, $name, $challenge, $difference_sought, $scope, $out_of_scope, $settings, 0, $moment, $moment)
