-- Which side of which boundary each stakeholder stands on: the one place where sides are derived.
-- By attribute, a side is a distinct trimmed value; empty is no side. By constituencies, a stakeholder in
-- constituencies of two sides has none and is a broker.
-- params:  $landscape_id, $sees_team
-- returns: boundary_id, stakeholder_id, side (null for a broker)
-- order:   boundary, then stakeholder
with stands as (
    select
        b.id as boundary_id,
        s.id as stakeholder_id,
        trim(coalesce(
            case when $sees_team then
                s.attributes ->> ('/' || replace(replace(b.attribute, '~', '~0'), '/', '~1'))
            end,
            case b.attribute
                when 'kind' then s.kind
                when 'role' then s.role
                when 'level' then s.level
                when 'place' then s.place
            end
        )) as side
    from boundary as b
    join stakeholder as s on s.landscape_id = b.landscape_id
    where b.landscape_id = $landscape_id and b.attribute is not null
    union
    select d.boundary_id, s.id, d.side
    from boundary_side as d
    join stakeholder as s
        on s.landscape_id = d.landscape_id and s.constituency_id = d.constituency_id
    where d.landscape_id = $landscape_id
    union
    select d.boundary_id, m.stakeholder_id, d.side
    from boundary_side as d
    join membership as m
        on m.landscape_id = d.landscape_id
        and m.constituency_id = d.constituency_id
        and m.centrality is distinct from 'former'
    where d.landscape_id = $landscape_id
)
select
    boundary_id,
    stakeholder_id,
    case when count(distinct side) = 1 then min(side) end as side
from stands
where side <> ''
group by boundary_id, stakeholder_id
order by boundary_id, stakeholder_id
