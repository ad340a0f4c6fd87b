-- What a batch did, in names: one row a field of what changed, else one a row; fields that the reader may not
-- see are left out.
-- params:  $landscape_id, $sees_team, $sees_sensitive; the tables told and told_content
-- returns: entity, id, name, what, field, before, after, rows
-- order:   entity, what, then as the rows are numbered, then field
with called as (
    select id, name from stakeholder where landscape_id = $landscape_id
    union all
    select id, name from constituency where landscape_id = $landscape_id
    union all
    select id, name from boundary where landscape_id = $landscape_id
),
known as (
    select id, name from called
    union all
    select c.entity_id as id, arg_max(c.before ->> 'name', c.revision) as name
    from change as c
    where c.landscape_id = $landscape_id
      and c.entity in ('stakeholder', 'constituency', 'boundary')
      and c.before is not null
      and c.entity_id not in (select called.id from called)
    group by c.entity_id
),
rows_told as (
    select
        t.entity, t.id, t.what, t.before, t.after, t.rows, t.place,
        case t.entity
            when 'landscape' then coalesce(t.after ->> 'name', t.before ->> 'name')
            when 'relationship' then source.name || ' – ' || target.name
            when 'report' then source.name || ' – ' || target.name
            when 'membership' then person.name || ' in ' || party.name
            when 'boundary_side' then line.name || ': ' || party.name
            when 'legitimacy' then party.name
            when 'plan_step' then o.row ->> 'step'
            else o.row ->> 'name'
        end as name
    from told as t
    left join told_content as o on o.entity = t.entity and o.id = t.id
    left join known as source on source.id = o.row ->> 'source_id'
    left join known as target on target.id = o.row ->> 'target_id'
    left join known as person on person.id = o.row ->> 'stakeholder_id'
    left join known as party on party.id = o.row ->> 'constituency_id'
    left join known as line on line.id = o.row ->> 'boundary_id'
),
fields as (
    select entity, id, unnest(json_keys(after)) as field
    from told
    where what = 'changed' and after is not null
),
shown as (
    select f.entity, f.id, f.field
    from fields as f
    left join field_class as k on k.entity = f.entity and k.field = f.field
    where f.field not in ('landscape_id', 'id', 'updated_at')
      and (f.field <> 'ordinal' or f.entity = 'map_view')
      and case coalesce(k.class, 'public')
          when 'public' then true
          when 'team' then $sees_team
          else $sees_sensitive
      end
)
select
    r.entity, r.id, r.name, r.what, f.field,
    coalesce(was.name, r.before ->> f.field) as before,
    coalesce(became.name, r.after ->> f.field) as after,
    r.rows
from rows_told as r
left join shown as f on r.what = 'changed' and f.entity = r.entity and f.id = r.id
left join known as was on f.field like '%\_id' escape '\' and was.id = r.before ->> f.field
left join known as became on f.field like '%\_id' escape '\' and became.id = r.after ->> f.field
where r.what <> 'changed'
   or r.id is null
   or (f.field is not null and r.before ->> f.field is distinct from r.after ->> f.field)
order by r.entity, r.what, r.place, f.field
