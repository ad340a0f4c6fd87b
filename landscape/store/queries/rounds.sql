-- The assessment rounds of a landscape.
-- params:  $landscape_id
-- returns: id, name, instrument, version, digest, form, readiness_for, mode, state, revision, opened_on, closed_on
-- order:   newest first
select id, name, instrument, version, digest, form, readiness_for, mode, state, revision, opened_on, closed_on
from round
where landscape_id = $landscape_id
order by opened_on desc nulls last, id desc
