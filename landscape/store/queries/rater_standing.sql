-- How far the people of a named round have come: those with a seat, and those who came by the room's code.
-- params:  $landscape_id, $round_id
-- returns: name, submission_id, finished, answered
-- order:   name
with seated as (
    select name, submission_id
    from seat
    where landscape_id = $landscape_id and round_id = $round_id
    union all
    select rater, id
    from submission
    where landscape_id = $landscape_id and round_id = $round_id
      and id not in (
          select submission_id from seat
          where landscape_id = $landscape_id and round_id = $round_id and submission_id is not null
      )
)
select
    p.name, p.submission_id, coalesce(s.finished, false) as finished,
    (select count(*) from answer as a where a.landscape_id = $landscape_id and a.submission_id = p.submission_id) as answered
from seated as p
join round as r on r.landscape_id = $landscape_id and r.id = $round_id and r.mode = 'named'
left join submission as s on s.landscape_id = $landscape_id and s.id = p.submission_id
order by p.name nulls last, p.submission_id
