-- What was decided about a kind of table when it was imported, so that next month's file asks nothing again.

create table import_memory (
    landscape_id varchar not null,
    id           varchar not null,       -- digest of the table's headers; 'names' for what holds for all tables
    decided      json not null,          -- see services/importing/remembering.py; holds names as the files have them
    primary key (landscape_id, id)
);

insert into field_class values
    ('import_memory', 'decided', 'sensitive');
