-- Write the landscape's own columns.
-- params:  $landscape_id, $name, $challenge, $difference_sought, $scope, $out_of_scope, $settings
-- returns: nothing
-- order:   none
update landscape set
    name = $name,
    challenge = $challenge,
    difference_sought = $difference_sought,
    scope = $scope,
    out_of_scope = $out_of_scope,
    settings = $settings
where landscape_id = $landscape_id
