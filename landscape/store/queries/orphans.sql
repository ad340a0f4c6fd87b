-- Rows that refer to something that is not there: the store's own check of references.
-- params:  $landscape_id
-- returns: entity, id, refers_to, missing (the id that is not there)
-- order:   entity, then id; the first twenty
with refers as (
    select 'relationship' as entity, id, 'stakeholder' as refers_to, source_id as other
    from relationship where landscape_id = $landscape_id
    union all
    select 'relationship', id, 'stakeholder', target_id
    from relationship where landscape_id = $landscape_id
    union all
    select 'report', id, 'relationship', relationship_id
    from report where landscape_id = $landscape_id
    union all
    select 'stakeholder', id, 'constituency', constituency_id
    from stakeholder where landscape_id = $landscape_id
    union all
    select 'membership', id, 'stakeholder', stakeholder_id
    from membership where landscape_id = $landscape_id
    union all
    select 'membership', id, 'constituency', constituency_id
    from membership where landscape_id = $landscape_id
    union all
    select 'boundary_side', id, 'boundary', boundary_id
    from boundary_side where landscape_id = $landscape_id
    union all
    select 'boundary_side', id, 'constituency', constituency_id
    from boundary_side where landscape_id = $landscape_id
    union all
    select 'legitimacy', id, 'constituency', constituency_id
    from legitimacy where landscape_id = $landscape_id
    union all
    select 'legitimacy', id, 'stakeholder', team_member_id
    from legitimacy where landscape_id = $landscape_id
    union all
    select 'legitimacy', id, 'stakeholder', door_opener_id
    from legitimacy where landscape_id = $landscape_id
    union all
    select 'placement', id, 'stakeholder', stakeholder_id
    from placement where landscape_id = $landscape_id
)
select r.entity, r.id, r.refers_to, r.other as missing
from refers as r
where r.other is not null
  and case r.refers_to
      when 'stakeholder' then r.other not in (select s.id from stakeholder as s where s.landscape_id = $landscape_id)
      when 'relationship' then r.other not in (select l.id from relationship as l where l.landscape_id = $landscape_id)
      when 'constituency' then r.other not in (select c.id from constituency as c where c.landscape_id = $landscape_id)
      else r.other not in (select b.id from boundary as b where b.landscape_id = $landscape_id)
  end
order by r.entity, r.id
limit 20
