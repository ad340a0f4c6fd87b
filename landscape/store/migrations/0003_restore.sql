-- Keys that are found one by one when rows go: DuckDB unpacks a compressed column anew for every row whose key
-- leaves the index, which made taking back 200,000 rows take ten seconds. Uncompressed keys take a third of one.
-- And a kind of write: going back to how everything was. DuckDB changes neither a compression nor a check in place.

create table stakeholder_kept (
    landscape_id    varchar not null using compression uncompressed,
    id              varchar not null using compression uncompressed,
    name            varchar not null,
    kind            varchar,
    constituency_id varchar,
    role            varchar,
    level           varchar,
    place           varchar,
    latitude        double check (latitude between -90 and 90),
    longitude       double check (longitude between -180 and 180),
    influence       tinyint check (influence between 1 and 5),
    interest        tinyint check (interest between 1 and 5),
    roles           json,
    on_team         boolean not null default false,
    location_note   varchar,
    asked           varchar check (asked in ('answered', 'asked', 'not_asked')),
    notes           varchar,
    attributes      json not null default '{}',   -- every other column of the spreadsheet, as it came
    ordinal         integer not null,             -- order of arrival, for stable listing
    primary key (landscape_id, id)
);
insert into stakeholder_kept select * from stakeholder;
drop table stakeholder;
alter table stakeholder_kept rename to stakeholder;

create table membership_kept (                   -- further constituencies; the first is stakeholder.constituency_id
    landscape_id    varchar not null using compression uncompressed,
    id              varchar not null using compression uncompressed,       -- stakeholder_id || '/' || constituency_id
    stakeholder_id  varchar not null,
    constituency_id varchar not null,
    role            varchar,
    centrality      varchar check (centrality in ('core', 'active', 'peripheral', 'former')),
    since           date,
    primary key (landscape_id, id)
);
insert into membership_kept select * from membership;
drop table membership;
alter table membership_kept rename to membership;

create table relationship_kept (                 -- one per unordered pair and kind (directed where the file says so)
    landscape_id varchar not null using compression uncompressed,
    id           varchar not null using compression uncompressed,
    source_id    varchar not null,
    target_id    varchar not null,
    directed     boolean not null default false,
    kind         varchar,
    depth        tinyint check (depth between 0 and 4),
    weight       double,
    status       varchar check (status in ('live', 'dormant', 'broken')),
    basis        varchar check (basis in ('validated', 'reported', 'assumed')),
    trust        tinyint check (trust between 0 and 4),
    conflict     boolean,
    last_contact date,
    note         varchar,
    attributes   json not null default '{}',
    primary key (landscape_id, id)
);
insert into relationship_kept select * from relationship;
drop table relationship;
alter table relationship_kept rename to relationship;

create table report_kept (                       -- who said what about a relationship
    landscape_id    varchar not null using compression uncompressed,
    id              varchar not null using compression uncompressed,
    relationship_id varchar not null,
    source_id       varchar not null,       -- as reported
    target_id       varchar not null,
    rater           varchar,
    rater_id        varchar,                -- the stakeholder who reported, where known
    depth           tinyint check (depth between 0 and 4),
    kind            varchar,
    reported_on     date,
    note            varchar,
    primary key (landscape_id, id)
);
insert into report_kept select * from report;
drop table report;
alter table report_kept rename to report;

create table placement_kept (
    landscape_id   varchar not null using compression uncompressed,
    id             varchar not null using compression uncompressed,        -- arrangement || '/' || stakeholder_id
    arrangement    varchar not null,
    stakeholder_id varchar not null,
    x              double not null,
    y              double not null,
    pinned         boolean not null default false,
    primary key (landscape_id, id)
);
insert into placement_kept select * from placement;
drop table placement;
alter table placement_kept rename to placement;

create table batch_kept (                        -- one write: who, when, what it was for
    landscape_id varchar not null,
    id           varchar not null,
    revision     bigint not null,           -- the revision this write made
    kind         varchar not null check (kind in ('edit', 'import', 'sample', 'tidy', 'undo', 'restore')),
    label        varchar not null,
    principal_id varchar not null,
    changed_at   timestamp not null,
    undoes       varchar,                   -- the batch that this one took back
    primary key (landscape_id, id)
);
insert into batch_kept select * from batch;
drop table batch;
alter table batch_kept rename to batch;
