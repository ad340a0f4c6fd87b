-- Rows that refer to something that is not there: the store's own check of references.
-- params:  $landscape_id
-- returns: entity, id, refers_to
-- order:   entity, then id; the first twenty
select entity, id, refers_to
from (
    select 'relationship' as entity, r.id, 'stakeholder' as refers_to
    from relationship as r
    where r.landscape_id = $landscape_id
      and (
          r.source_id not in (select s.id from stakeholder as s where s.landscape_id = $landscape_id)
          or r.target_id not in (select s.id from stakeholder as s where s.landscape_id = $landscape_id)
      )
    union all
    select 'report', p.id, 'relationship'
    from report as p
    where p.landscape_id = $landscape_id
      and p.relationship_id not in (select r.id from relationship as r where r.landscape_id = $landscape_id)
    union all
    select 'stakeholder', s.id, 'constituency'
    from stakeholder as s
    where s.landscape_id = $landscape_id
      and s.constituency_id is not null
      and s.constituency_id not in (select c.id from constituency as c where c.landscape_id = $landscape_id)
    union all
    select 'membership', m.id, 'stakeholder'
    from membership as m
    where m.landscape_id = $landscape_id
      and m.stakeholder_id not in (select s.id from stakeholder as s where s.landscape_id = $landscape_id)
    union all
    select 'membership', m.id, 'constituency'
    from membership as m
    where m.landscape_id = $landscape_id
      and m.constituency_id not in (select c.id from constituency as c where c.landscape_id = $landscape_id)
    union all
    select 'boundary_side', d.id, 'boundary'
    from boundary_side as d
    where d.landscape_id = $landscape_id
      and d.boundary_id not in (select b.id from boundary as b where b.landscape_id = $landscape_id)
    union all
    select 'boundary_side', d.id, 'constituency'
    from boundary_side as d
    where d.landscape_id = $landscape_id
      and d.constituency_id not in (select c.id from constituency as c where c.landscape_id = $landscape_id)
    union all
    select 'legitimacy', l.id, 'constituency'
    from legitimacy as l
    where l.landscape_id = $landscape_id
      and l.constituency_id not in (select c.id from constituency as c where c.landscape_id = $landscape_id)
    union all
    select 'legitimacy', l.id, 'stakeholder'
    from legitimacy as l
    where l.landscape_id = $landscape_id
      and (
          l.team_member_id not in (select s.id from stakeholder as s where s.landscape_id = $landscape_id)
          or l.door_opener_id not in (select s.id from stakeholder as s where s.landscape_id = $landscape_id)
      )
    union all
    select 'placement', p.id, 'stakeholder'
    from placement as p
    where p.landscape_id = $landscape_id
      and p.stakeholder_id not in (select s.id from stakeholder as s where s.landscape_id = $landscape_id)
) as lost
order by entity, id
limit 20
