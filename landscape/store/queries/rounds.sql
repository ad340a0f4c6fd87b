-- The assessment rounds of a landscape, or one of them.
-- params:  $landscape_id, $round_id (null for all), $sees_team, $sees_sensitive
-- returns: id, name, instrument, version, digest, form, readiness_for, mode, state, revision, opened_on, closed_on,
--          boundary_id, threshold, expected, code (null for those outside the team), live_item, live_shown,
--          evidence (JSON; null for those who do not see what is sensitive in it)
-- order:   newest first; of those of one day the one that was opened last
select id, name, instrument, version, digest, form, readiness_for, mode, state, revision, opened_on, closed_on,
    boundary_id, threshold, expected, case when $sees_team then code end as code, live_item, live_shown,
    case when $sees_sensitive then evidence end as evidence
from round
where landscape_id = $landscape_id and ($round_id::varchar is null or id = $round_id)
order by opened_on desc nulls last, ordinal desc, id desc
