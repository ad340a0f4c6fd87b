-- The answers of a named round: all of them once it is closed, before that the reader's own and those without a name.
-- Of an anonymous round, nothing: what it says stands in its releases.
-- params:  $landscape_id, $round_id, $reader, $sees_sensitive
-- returns: submission_id, rater, finished, item_id, level, off_scale, text_shown, reason, note, answered_on,
--          confidence, trend, target, refs (JSON text), standpoint
-- order:   submission, then item
select
    a.submission_id,
    case when $sees_sensitive then s.rater end as rater,
    s.finished, a.item_id, a.level, a.off_scale, a.text_shown,
    case when $sees_sensitive then a.reason end as reason,
    case when $sees_sensitive then a.note end as note,
    a.answered_on,
    a.confidence, a.trend, a.target, a.refs::varchar as refs,
    case when $sees_sensitive then s.standpoint end as standpoint
from answer as a
join submission as s on s.landscape_id = a.landscape_id and s.id = a.submission_id
join round as r on r.landscape_id = a.landscape_id and r.id = a.round_id
where a.landscape_id = $landscape_id and a.round_id = $round_id and r.mode = 'named'
  and (r.state not in ('draft', 'open') or s.rater is null or s.rater = $reader)
order by a.submission_id, a.item_id
