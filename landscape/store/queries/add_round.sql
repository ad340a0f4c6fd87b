-- Add an assessment round, after all others of its landscape.
-- params:  $landscape_id, $id, $name, $instrument, $version, $digest, $form, $readiness_for, $mode, $state,
--          $opened_on, $closed_on, $boundary_id, $threshold, $expected, $code
-- returns: nothing
-- order:   none
insert into round
    (landscape_id, id, name, instrument, version, digest, form, readiness_for, mode, state, revision, opened_on, closed_on,
     boundary_id, threshold, expected, code, ordinal)
select
    $landscape_id, $id, $name, $instrument, $version, $digest, $form, $readiness_for, $mode, $state, 0,
    $opened_on, $closed_on, $boundary_id, $threshold, $expected, $code, coalesce(max(ordinal), 0) + 1
from round
where landscape_id = $landscape_id
