-- What each told row of a table holds: what the batch made it, what it found, what it is, or what it was later.
-- params:  $landscape_id, $revision; the tables told and told_content
-- returns: nothing
-- order:   none
insert into told_content
select
    t.entity, t.id,
    coalesce(t.after, t.before, r.row, (
        select arg_min(later.before, later.revision)
        from change as later
        where later.landscape_id = $landscape_id
          and later.entity = t.entity
          and later.entity_id = t.id
          and later.revision > $revision
          and later.before is not null
    ))
from told as t
left join (
    select n.id, to_json(n) as row
    from (
        select columns(*)::varchar
        from __table__
        where landscape_id = $landscape_id
          and id in (select x.id from told as x where x.entity = '__table__')
    ) as n
) as r on r.id = t.id
where t.entity = '__table__' and t.id is not null
