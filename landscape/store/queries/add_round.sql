-- Add an assessment round.
-- params:  $landscape_id, $id, $name, $instrument, $version, $digest, $form, $readiness_for, $mode, $state,
--          $opened_on, $closed_on, $boundary_id, $threshold, $expected, $code
-- returns: nothing
-- order:   none
insert into round
    (landscape_id, id, name, instrument, version, digest, form, readiness_for, mode, state, revision, opened_on, closed_on,
     boundary_id, threshold, expected, code)
values
    ($landscape_id, $id, $name, $instrument, $version, $digest, $form, $readiness_for, $mode, $state, 0,
     $opened_on, $closed_on, $boundary_id, $threshold, $expected, $code)
