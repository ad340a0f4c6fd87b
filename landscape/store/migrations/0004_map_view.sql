-- Ways of looking at the map that somebody keeps: named, in an order, with a sentence to read out.

create table map_view (
    landscape_id varchar not null using compression uncompressed,
    id           varchar not null using compression uncompressed,
    name         varchar not null,
    sentence     varchar,
    look         json not null default '{}',   -- see model/map_look.py; only what differs from the first picture
    camera       json,                         -- {"x", "y", "span"}; null shows all of the map
    ordinal      integer not null,
    primary key (landscape_id, id)
);

-- A look may filter by what only the team sees, so those outside see none of it.
insert into field_class values
    ('map_view', 'name', 'team'),
    ('map_view', 'sentence', 'team'),
    ('map_view', 'look', 'team');
